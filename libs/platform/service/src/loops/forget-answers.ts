import { forgetOldAnswers } from '@motcua/http';
import { inTransaction } from '@motcua/postgres';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { POOL } from '../tokens.ts';
import { BackgroundLoops } from './background-loops.ts';

const REST_MS = 3_600_000;
/** Who repeats a request does so within two days. */
const KEPT_HOURS = 48;

/** Forgets answers to idempotency keys that nobody asks for again. */
@Injectable()
export class ForgetAnswers {
  constructor(@Inject(POOL) pool: Pool, @Inject(BackgroundLoops) loops: BackgroundLoops) {
    loops.add({
      name: 'answers',
      turn: async () => {
        while ((await inTransaction(pool, (transaction) => forgetOldAnswers(transaction, KEPT_HOURS))) > 0);
        return REST_MS;
      },
    });
  }
}
