import type { Reasons } from '@motcua/dossier';
import { ColumnCipher, reasonPlaces } from '@motcua/postgres';
import { type Batch, BATCH_SIZE, type BatchParts, type Scrubbed, scrubInBatches } from './scrub-batches.ts';

export interface ScrubParts extends BatchParts {
  readonly reasons: Reasons;
  /** Every code of the catalogue. */
  readonly codes: readonly string[];
  /** Of dossier-intake’s and of sla-timer’s reasons in words. */
  readonly intakeCipher: ColumnCipher;
  readonly slaCipher: ColumnCipher;
  /** Counts and changes nothing. */
  readonly isDryRun: boolean;
}

/**
 * Replaces what was written as a reason before reasons came from the catalogue, wherever a service kept it: by the code it stands for,
 * else by `other`, with what was written kept encrypted. Each batch is a transaction of its own and finds only what is left, so that it
 * may be broken off and started again.
 */
export async function scrubReasons(parts: ScrubParts): Promise<Scrubbed[]> {
  const done: Scrubbed[] = [];
  for (const target of targets) done.push(await scrubInBatches(parts, target.place, (after) => scrubBatch(parts, target, after)));
  return done;
}

interface Found {
  /** Of the row, as text; the order of batches. */
  readonly key: readonly string[];
  readonly source: string | null;
  readonly written: string | null;
  readonly text: string | null;
  readonly dossier_id: string | null;
  readonly number: number | null;
}

interface Target {
  readonly place: string;
  /** Whose reasons in words it belongs to; undefined: nobody’s, the original lies with another row. */
  readonly owner?: 'intake' | 'sla';
  /** Rows to change, with `$1` the known codes and `$2` the key of the last row that was seen. */
  readonly find: string;
  /** Sets the code `$2` in the row of key `$1`. */
  readonly update: string;
}

const changeCode = "#>> '{data,change,reasonCode}'";
const judgedCode = "#>> '{data,reasonCode}'";

const targets: readonly Target[] = [
  {
    place: 'intake.event',
    owner: 'intake',
    find: `SELECT ARRAY[dossier_id::text, version::text] AS key, source, body::jsonb ${changeCode} AS written, NULL AS text,
             dossier_id, version AS number
           FROM intake.event WHERE body::jsonb ${changeCode} <> ALL ($1::text[])
             AND ($2::text[] IS NULL OR (dossier_id, version) > (($2::text[])[1]::uuid, ($2::text[])[2]::int))
           ORDER BY dossier_id, version LIMIT ${BATCH_SIZE}`,
    update: `UPDATE intake.event SET body = jsonb_set(body::jsonb, '{data,change,reasonCode}', to_jsonb($2::text))::text
             WHERE dossier_id = ($1::text[])[1]::uuid AND version = ($1::text[])[2]::int`,
  },
  {
    place: 'sla.verdict',
    owner: 'sla',
    find: `SELECT ARRAY[dossier_id::text] AS key, NULL AS source, reason_code AS written, reason_text AS text, dossier_id, judgement AS number
           FROM sla.verdict WHERE (reason_code <> ALL ($1::text[]) OR reason_text IS NOT NULL)
             AND ($2::text[] IS NULL OR dossier_id > ($2::text[])[1]::uuid)
           ORDER BY dossier_id LIMIT ${BATCH_SIZE}`,
    update: 'UPDATE sla.verdict SET reason_code = $2, reason_text = NULL WHERE dossier_id = ($1::text[])[1]::uuid',
  },
  {
    place: 'sla.event',
    owner: 'sla',
    find: `SELECT ARRAY[xid::text, position::text] AS key, NULL AS source, body::jsonb ${judgedCode} AS written, NULL AS text,
             key::uuid AS dossier_id, (body::jsonb #>> '{data,judgement}')::int AS number
           FROM sla.event WHERE body::jsonb ${judgedCode} <> ALL ($1::text[])
             AND ($2::text[] IS NULL OR (xid, position) > (($2::text[])[1]::xid8, ($2::text[])[2]::bigint))
           ORDER BY xid, position LIMIT ${BATCH_SIZE}`,
    update: `UPDATE sla.event SET body = jsonb_set(body::jsonb, '{data,reasonCode}', to_jsonb($2::text))::text
             WHERE xid = ($1::text[])[1]::xid8 AND position = ($1::text[])[2]::bigint`,
  },
  {
    place: 'sla.idempotency_key',
    find: `SELECT ARRAY[actor, key] AS key, NULL AS source, body::jsonb ->> 'reasonCode' AS written, NULL AS text, NULL AS dossier_id, NULL AS number
           FROM sla.idempotency_key WHERE body::jsonb ->> 'reasonCode' <> ALL ($1::text[])
             AND ($2::text[] IS NULL OR (actor, key) > (($2::text[])[1], ($2::text[])[2]))
           ORDER BY actor, key LIMIT ${BATCH_SIZE}`,
    update: `UPDATE sla.idempotency_key SET body = jsonb_set(body::jsonb, '{reasonCode}', to_jsonb($2::text))::text
             WHERE actor = ($1::text[])[1] AND key = ($1::text[])[2]`,
  },
  {
    place: 'notification.notice',
    find: `SELECT ARRAY[id::text] AS key, NULL AS source, why AS written, NULL AS text, NULL AS dossier_id, NULL AS number
           FROM notification.notice WHERE event LIKE 'dossier.%' AND why <> ALL ($1::text[])
             AND ($2::text[] IS NULL OR id > ($2::text[])[1]::uuid)
           ORDER BY id LIMIT ${BATCH_SIZE}`,
    update: 'UPDATE notification.notice SET why = $2 WHERE id = ($1::text[])[1]::uuid',
  },
  ...(['change,reasonCode', 'reasonCode'] as const).map((path) => ({
    place: `notification.delivery (${path})`,
    find: `SELECT ARRAY[id::text] AS key, NULL AS source, event #>> '{data,${path}}' AS written, NULL AS text, NULL AS dossier_id, NULL AS number
           FROM notification.delivery WHERE event #>> '{data,${path}}' <> ALL ($1::text[])
             AND ($2::text[] IS NULL OR id > ($2::text[])[1]::uuid)
           ORDER BY id LIMIT ${BATCH_SIZE}`,
    update: `UPDATE notification.delivery SET event = jsonb_set(event, '{data,${path}}', to_jsonb($2::text)) WHERE id = ($1::text[])[1]::uuid`,
  })),
];

async function scrubBatch(parts: ScrubParts, target: Target, after: readonly string[] | null): Promise<Batch> {
  const { client, codes, isDryRun } = parts;
  const { rows } = await client.query<Found>(target.find, [codes, after]);
  if (!isDryRun) for (const row of rows) await scrubRow(parts, target, row);
  return { rows: rows.length, last: rows.length < BATCH_SIZE ? undefined : rows.at(-1)?.key };
}

async function scrubRow(parts: ScrubParts, { owner, update }: Target, row: Found): Promise<void> {
  const mapped = row.written === null ? undefined : parts.reasons.mapLegacy(row.source ?? '', row.written);
  const words = [row.text, mapped?.original].filter((text) => text !== null && text !== undefined && text !== '');
  if (owner !== undefined && words.length > 0) await keepWords(parts, owner, row, words.join('\n'));
  await parts.client.query(update, [row.key, mapped?.code ?? null]);
}

const tables = { intake: 'intake.reason', sla: 'sla.verdict_reason' } as const;
const numbers = { intake: 'version', sla: 'judgement' } as const;

/** Beside what is kept of the same change already, if it says something else. */
async function keepWords(
  parts: ScrubParts,
  owner: 'intake' | 'sla',
  { dossier_id: id, number }: Found,
  words: string,
): Promise<void> {
  if (id === null || number === null) return;
  const { client, intakeCipher, slaCipher } = parts;
  const cipher = owner === 'intake' ? intakeCipher : slaCipher;
  const place = reasonPlaces[owner](id, number);
  const where = `WHERE dossier_id = $1 AND ${numbers[owner]} = $2`;
  const { rows } = await client.query<{ key_id: string; text: Buffer }>(`SELECT key_id, text FROM ${tables[owner]} ${where}`, [
    id,
    number,
  ]);
  const [kept] = rows.map((row) => cipher.decrypt(row.text, place, row.key_id));
  if (kept?.includes(words) === true) return;
  const text = kept === undefined ? words : `${kept}\n${words}`;
  await client.query(
    `INSERT INTO ${tables[owner]} (dossier_id, ${numbers[owner]}, key_id, text) VALUES ($1, $2, $3, $4)
     ON CONFLICT (dossier_id, ${numbers[owner]}) DO UPDATE SET key_id = excluded.key_id, text = excluded.text`,
    [id, number, cipher.activeKeyId, cipher.encrypt(text, place)],
  );
}
