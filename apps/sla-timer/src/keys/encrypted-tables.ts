import { reasonPlaces } from '@motcua/postgres';
import type { EncryptedTable } from '@motcua/service';

/** Everything that is encrypted here. What is not in this list is not rotated, and its key could never be removed. */
export const encryptedTables: readonly EncryptedTable[] = [
  {
    table: 'verdict_reason',
    id: { dossier_id: 'uuid', judgement: 'int4' },
    keyId: 'key_id',
    columns: ['text'],
    place: ({ dossier_id, judgement }) => reasonPlaces.sla(String(dossier_id), Number(judgement)),
  },
];
