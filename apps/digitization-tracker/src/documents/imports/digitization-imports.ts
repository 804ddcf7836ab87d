import { requireSource } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import type { DigitizationImportResult, EventLogPosition } from '@motcua/contracts';
import type { Relay } from '@motcua/outbox';
import { inTransaction } from '@motcua/postgres';
import { NOW, POOL, RELAY } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { lockAlone } from '../../outbox/order-locks.ts';
import { findLogPosition } from './find-log-position.query.ts';
import { importDocuments } from './import-documents.ts';

/** Five thousand documents take about a second; officers' commands wait meanwhile. */
const TIMEOUT_MS = 60_000;

/** What an earlier system digitized, told by that system. */
@Injectable()
export class DigitizationImports {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(RELAY) private readonly relay: Relay,
    @Inject(NOW) private readonly now: () => number = Date.now,
  ) {}

  async take(actor: Actor, documents: readonly unknown[]): Promise<DigitizationImportResult> {
    const reporter = requireSource(actor);
    const result = await inTransaction(
      this.pool,
      async (transaction) => {
        await transaction.query(lockAlone);
        return importDocuments(transaction, { by: actor.sub, reporter, now: this.now() }, documents);
      },
      { timeoutMs: TIMEOUT_MS },
    );
    if (result.taken > 0) this.relay.wake();
    return result;
  }

  position(): Promise<EventLogPosition> {
    return findLogPosition(this.pool, this.relay);
  }
}
