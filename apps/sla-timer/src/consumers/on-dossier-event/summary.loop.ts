import { inTransaction, readClock } from '@motcua/postgres';
import { BackgroundLoops, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { insertEvents } from '../../outbox/sla-events.ts';
import { takeQuietSummaries } from './calendar-summary.ts';

const REST_MS = 10_000;

/** Tells summaries of a calendar's change that wait for dossiers which do not come. */
@Injectable()
export class SummaryLoop {
  constructor(@Inject(POOL) pool: Pool, loops: BackgroundLoops) {
    loops.add({
      name: 'summaries',
      turn: async () => {
        await inTransaction(pool, async (transaction) => {
          await insertEvents(transaction, await takeQuietSummaries(transaction, await readClock(transaction, 'sla')));
        });
        return REST_MS;
      },
    });
  }
}
