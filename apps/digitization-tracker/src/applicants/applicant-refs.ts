import type { ServiceTokens } from '@motcua/auth';
import { ApplicantRef } from '@motcua/contracts';
import type { Logger } from '@motcua/observability';
import type { Pool } from 'pg';

/** Says whose a dossier is: an opaque reference, the same for all dossiers of one applicant, null where none is named. */
export interface ApplicantDirectory {
  find(dossierId: string): Promise<string | null>;
}

const TIMEOUT_MS = 3_000;

/** Asks dossier-intake, as a service. The reference is a keyed hash that nobody can turn back without intake's key. */
export const createIntakeDirectory = (intakeUrl: string, tokens: ServiceTokens): ApplicantDirectory => ({
  async find(dossierId) {
    const url = new URL(`/v1/dossiers/${dossierId}/applicant-ref`, intakeUrl);
    const headers = { authorization: `Bearer ${await tokens()}` };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`dossier-intake answered ${response.status}`);
    return ApplicantRef.parse(await response.json()).applicantRef;
  },
});

export interface Known {
  readonly ref: string | null;
  readonly state: 'known' | 'applicant-unknown' | 'not-asked';
}

/** References to applicants, asked for once a dossier, when somebody first looks at its documents or attaches one. */
export class ApplicantRefs {
  constructor(
    private readonly pool: Pool,
    private readonly directory: ApplicantDirectory | undefined,
    private readonly logger: Logger,
  ) {}

  /** Never throws: without an answer nothing is proposed, and the next one asks again. */
  async know(dossierId: string): Promise<Known> {
    const { rows } = await this.pool.query<{ ref: string | null; asked: boolean }>(
      'SELECT applicant_ref AS ref, applicant_asked_at IS NOT NULL AS asked FROM digitization.dossier WHERE dossier_id = $1',
      [dossierId],
    );
    if (rows[0]?.asked === true) return toKnown(rows[0].ref);
    if (this.directory === undefined) return { ref: null, state: 'not-asked' };
    try {
      const ref = await this.directory.find(dossierId);
      await this.pool.query(
        'UPDATE digitization.dossier SET applicant_ref = $2, applicant_asked_at = now() WHERE dossier_id = $1',
        [dossierId, ref],
      );
      return toKnown(ref);
    } catch (err) {
      this.logger.warn({ err, dossierId }, 'dossier-intake did not say whose the dossier is; nothing is proposed for reuse');
      return { ref: null, state: 'not-asked' };
    }
  }
}

const toKnown = (ref: string | null): Known => ({ ref, state: ref === null ? 'applicant-unknown' : 'known' });
