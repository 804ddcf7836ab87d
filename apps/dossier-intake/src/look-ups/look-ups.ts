import type { LocalizedName } from '@motcua/contracts';
import { inTransaction } from '@motcua/postgres';
import { PersonalReads, NOW, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { StoredDossier } from '../dossiers/dossier.store.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { findDetails, type Details } from './find-details.query.ts';
import { findByToken } from './find-by-token.query.ts';
import { toTokenHash } from '../look-up-links/look-up-tokens.ts';
import type { LookedUp } from './looked-up.ts';
import { toProgress } from './progress.ts';

interface Link {
  readonly code: string;
  readonly token: string;
}

/** What whoever holds the link of a dossier may see of it. */
@Injectable()
export class LookUps {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly data: ReferenceData,
    private readonly reads: PersonalReads,
    @Inject(NOW) private readonly now: () => number,
  ) {}

  /** Undefined, and the same work for it, whether a token is made up, over, of another dossier, or no token at all. */
  async find({ code, token }: Link, request: FastifyRequest): Promise<LookedUp | undefined> {
    const hash = toTokenHash(token);
    const now = this.now();
    const found = await inTransaction(
      this.pool,
      async (transaction) => {
        const stored = await findByToken(transaction, { hash, code, now });
        if (stored === undefined) return undefined;
        return { stored, details: await findDetails(transaction, stored.dossier.id, toProgress(stored.dossier)) };
      },
      { isolation: 'repeatable read', readOnly: true },
    );
    if (found === undefined) return undefined;
    await this.reads.keep('dossiers.look-up', request, `id=${found.stored.dossier.id}`);
    return this.#toLookedUp(found.stored, found.details, now);
  }

  #toLookedUp({ dossier }: StoredDossier, { reasonCode, resultBy }: Details, now: number): LookedUp {
    const { clock, receipt, end, procedure, responsible, extensions, apologies, setting } = dossier;
    const due = clock.currentDue;
    return {
      ...toProgress(dossier),
      code: receipt?.code ?? '',
      unit: this.#nameOf('units', responsible.code, now),
      procedure: this.#nameOf('procedures', procedure, receipt?.at ?? now),
      receivedAt: receipt?.at ?? null,
      due,
      isReappointed: extensions.length > 0,
      isLate: end === null && due !== null && due < now,
      promised: end === null ? (apologies?.at(-1)?.promised ?? null) : null,
      reason: reasonCode === null ? null : this.#nameOf('reasons', reasonCode, now),
      resultBy,
      timeZone: setting.timeZone,
      asOf: now,
    };
  }

  /** What has left the catalogue has its code for a name. */
  #nameOf(kind: 'units' | 'procedures' | 'reasons', code: string, at: number): LocalizedName {
    return this.data.findName(kind, code, at) ?? { vi: code };
  }
}
