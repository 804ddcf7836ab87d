import type { KeyRotation, KeysInUse } from '@motcua/contracts';
import type { Logger } from '@motcua/observability';
import type { Pool } from 'pg';
import type { ApplicantRefs } from '../documents/applicants/applicant-refs.ts';

const AT_ONCE = 8;
/** Cursor of a rotation that has come to the references. */
export const REFERENCES = 'references';
type Counts = Pick<KeyRotation, 'rotated' | 'failed'>;

/** References to applicants follow dossier-intake's hash key: what was told under an older one is asked for again. */
export class ReferenceRefresh {
  constructor(
    private readonly pool: Pool,
    private readonly applicants: Pick<ApplicantRefs, 'askAnew'>,
    private readonly logger: Logger,
  ) {}

  /** Which key is active intake alone knows: the first answer says it, and who was told under it needs no other. */
  async refresh(before: Counts, until: number, now: () => number): Promise<KeyRotation> {
    let { rotated, failed } = before;
    let active = await this.#findActive();
    let after = '00000000-0000-0000-0000-000000000000';
    while (active !== undefined) {
      if (now() >= until) return { rotated, failed, next: REFERENCES };
      const ids = await this.#listOld(active, after);
      if (ids.length === 0) break;
      const answers = await Promise.all(ids.map((id) => this.#askAnew(id)));
      const received = answers.filter((answer) => answer !== undefined);
      rotated += received.length;
      failed += answers.length - received.length;
      active = received[0] ?? active;
      after = ids.at(-1) ?? after;
    }
    return { rotated, failed, next: null };
  }

  async count(): Promise<KeysInUse['uses']> {
    const active = await this.#findActive();
    const { rows } = await this.pool.query<{ keyId: string | null; count: number }>(
      `SELECT applicant_key AS "keyId", count(*)::int AS count FROM digitization.dossier
       WHERE applicant_ref IS NOT NULL GROUP BY 1 ORDER BY 1`,
    );
    // Those that were told before keys had names are of the first.
    return rows.map(({ keyId, count }) => ({
      what: 'applicant-ref',
      variable: 'APPLICANT_HASH_KEY',
      keyId: keyId ?? 'h1',
      count,
      isActive: (keyId ?? 'h1') === active,
    }));
  }

  /** Asked of intake by any dossier that has a reference; undefined: there is none, or nobody answers. */
  async #findActive(): Promise<string | undefined> {
    const { rows } = await this.pool.query<{ id: string }>(
      'SELECT dossier_id AS id FROM digitization.dossier WHERE applicant_ref IS NOT NULL ORDER BY dossier_id LIMIT 1',
    );
    return rows[0] === undefined ? undefined : this.#askAnew(rows[0].id);
  }

  async #listOld(active: string, after: string): Promise<string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `SELECT dossier_id AS id FROM digitization.dossier
       WHERE applicant_ref IS NOT NULL AND applicant_key IS DISTINCT FROM $1 AND dossier_id > $2 ORDER BY dossier_id LIMIT ${AT_ONCE}`,
      [active, after],
    );
    return rows.map(({ id }) => id);
  }

  async #askAnew(dossierId: string): Promise<string | undefined> {
    try {
      return (await this.applicants.askAnew(dossierId)) ?? undefined;
    } catch (err) {
      this.logger.warn({ err, dossierId }, 'dossier-intake did not say whose the dossier is; its reference stays as it was');
      return undefined;
    }
  }
}
