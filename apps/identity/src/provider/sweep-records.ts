import { toTransaction } from '@motcua/postgres';
import { BackgroundLoops, EncryptedTables, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { recordPlaceOf } from './oidc-record.adapter.ts';

const REST_MS = 60_000;
const BATCH = 5_000;

/** Forgets what has expired; and says of what is kept that it is sealed. */
@Injectable()
export class SweepRecords {
  constructor(
    @Inject(POOL) pool: Pool,
    @Inject(BackgroundLoops) loops: BackgroundLoops,
    @Inject(EncryptedTables) tables: EncryptedTables,
  ) {
    tables.add({
      table: 'oidc_record',
      id: { kind: 'text', id: 'text' },
      keyId: 'key_id',
      columns: ['payload'],
      place: ({ kind, id }) => recordPlaceOf(String(kind), String(id)),
    });
    loops.add({
      name: 'expired sessions',
      turn: async () => {
        const text = `DELETE FROM oidc_record WHERE (kind, id) IN
          (SELECT kind, id FROM oidc_record WHERE expires_at < now() LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`;
        return (await toTransaction(pool).execute(text)) === BATCH ? 0 : REST_MS;
      },
    });
  }
}
