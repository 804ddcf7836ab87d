import type { ServiceTokens } from '@motcua/auth';
import { ApplicantChanges, ApplicantRef } from '@motcua/contracts';
import type { Logger } from '@motcua/observability';
import type { Pool } from 'pg';

/** Whose a dossier is: the references of one applicant, the one of the active hash key first; none where nobody is named. */
export interface Refs {
  readonly refs: readonly string[];
  /** The hash key that made the first. */
  readonly keyId: string | null;
}

/** Says whose a dossier is, by opaque references. */
export interface ApplicantDirectory {
  find(dossierId: string): Promise<Refs>;
  /** Whose applicant was corrected or erased, after a position. */
  listChanges(after: string): Promise<ApplicantChanges['changes']>;
}

const TIMEOUT_MS = 3_000;

/** Asks dossier-intake, as a service. The reference is a keyed hash that nobody can turn back without intake's key. */
export function createIntakeDirectory(intakeUrl: string, tokens: ServiceTokens): ApplicantDirectory {
  const ask = async (path: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${await tokens()}` };
    const response = await fetch(new URL(path, intakeUrl), { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`dossier-intake answered ${response.status}`);
    return response.json();
  };
  return {
    async find(dossierId) {
      const answer = ApplicantRef.parse(await ask(`/v1/dossiers/${dossierId}/applicant-ref`));
      const { applicantRef, otherRefs = [], keyId = null } = answer;
      return { refs: applicantRef === null ? [] : [applicantRef, ...otherRefs], keyId };
    },
    listChanges: async (after) => ApplicantChanges.parse(await ask(`/v1/applicant-changes?after=${after}`)).changes,
  };
}

export interface Known {
  readonly refs: readonly string[];
  readonly state: 'known' | 'applicant-unknown' | 'not-asked';
}

/** The reference that both have: dossiers of one applicant, whichever hash keys were live when each was asked about. */
export const findSharedRef = (one: Known, other: Known): string | undefined => one.refs.find((ref) => other.refs.includes(ref));

interface Row {
  readonly ref: string | null;
  readonly others: string[] | null;
  readonly asked: boolean;
}

/** References to applicants, asked for once a dossier, when somebody first looks at its documents or attaches one. */
export class ApplicantRefs {
  constructor(
    private readonly pool: Pool,
    private readonly directory: ApplicantDirectory | undefined,
    private readonly logger: Logger,
  ) {}

  /** Never throws: without an answer nothing is proposed, and the next one asks again. */
  async fetchKnown(dossierId: string): Promise<Known> {
    const { rows } = await this.pool.query<Row>(
      `SELECT applicant_ref AS ref, applicant_other_refs AS others, applicant_asked_at IS NOT NULL AS asked
       FROM digitization.dossier WHERE dossier_id = $1`,
      [dossierId],
    );
    const [row] = rows;
    if (row?.asked === true) return toKnown(row.ref === null ? [] : [row.ref, ...(row.others ?? [])]);
    if (this.directory === undefined) return { refs: [], state: 'not-asked' };
    try {
      return toKnown((await this.#ask(this.directory, dossierId)).refs);
    } catch (err) {
      this.logger.warn({ err, dossierId }, 'dossier-intake did not say whose the dossier is; nothing is proposed for reuse');
      return { refs: [], state: 'not-asked' };
    }
  }

  /** Asks anew, for hash keys may have been rotated. Answers the key that is active now. @throws where nobody answers */
  async askAnew(dossierId: string): Promise<string | null> {
    if (this.directory === undefined) throw new Error('INTAKE_URL is not given: nobody says whose dossiers are');
    return (await this.#ask(this.directory, dossierId)).keyId;
  }

  /** What changed of applicants after a position; none where nobody is there to be asked. @throws where nobody answers */
  async listChanges(after: string): Promise<ApplicantChanges['changes']> {
    return this.directory === undefined ? [] : this.directory.listChanges(after);
  }

  async #ask(directory: ApplicantDirectory, dossierId: string): Promise<Refs> {
    const found = await directory.find(dossierId);
    const [ref = null, ...others] = found.refs;
    await this.pool.query(
      `UPDATE digitization.dossier SET applicant_ref = $2, applicant_other_refs = $3, applicant_key = $4, applicant_asked_at = now()
       WHERE dossier_id = $1`,
      [dossierId, ref, others.length === 0 ? null : others, found.keyId],
    );
    return found;
  }
}

const toKnown = (refs: readonly string[]): Known => ({ refs, state: refs.length === 0 ? 'applicant-unknown' : 'known' });
