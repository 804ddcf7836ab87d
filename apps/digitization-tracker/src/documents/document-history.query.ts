import type { DocumentHistory } from '@motcua/contracts';
import type { Transaction } from '@motcua/kafka';

type Entry = DocumentHistory['entries'][number];

/** What happened to the documents of a dossier, oldest first. */
export const listHistory = (transaction: Transaction, dossierId: string): Promise<Entry[]> =>
  transaction.query<Entry>(
    `SELECT (data ->> 'digitizationVersion')::int AS version, body ->> 'type' AS type, data ->> 'officer' AS officer,
       data ->> 'occurredAt' AS "occurredAt", data ->> 'recordedAt' AS "recordedAt", data -> 'change' AS change
     FROM (SELECT body::jsonb AS body, body::jsonb -> 'data' AS data FROM digitization.event WHERE dossier_id = $1) told
     ORDER BY version`,
    [dossierId],
  );
