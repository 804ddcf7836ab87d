import { isPlainId, type Reasons } from '@motcua/dossier';
import { toOfficerReference } from '@motcua/postgres';
import { listSchemasWith } from './schemas-with.ts';
import { type Batch, type BatchParts, type Scrubbed, scrubInBatches } from './scrub-batches.ts';

export interface DeadLetterParts extends BatchParts {
  readonly reasons: Reasons;
  readonly hashKey: Buffer;
  readonly isDryRun: boolean;
}

/** Payloads are whole messages. */
const LETTERS = 100;

interface Letter {
  readonly id: string;
  readonly payload: Buffer;
  readonly status: string;
}

type Json = Record<string, unknown>;

/**
 * Cleans the messages that projections could not take, as the event tables are cleaned, so that what waits can still be replayed. What
 * cannot be read is emptied once it is settled; while it is parked it stays, and is counted as left.
 */
export async function scrubDeadLetters(parts: DeadLetterParts): Promise<Scrubbed[]> {
  const done: Scrubbed[] = [];
  for (const schema of await listSchemasWith(parts.client, 'dlq_event'))
    done.push(await scrubInBatches(parts, `${schema}.dlq_event`, (after) => scrubBatch(parts, schema, after)));
  return done;
}

async function scrubBatch(parts: DeadLetterParts, schema: string, after: readonly string[] | null): Promise<Batch> {
  const { client, isDryRun } = parts;
  const { rows: letters } = await client.query<Letter>(
    `SELECT id, payload, status FROM ${schema}.dlq_event WHERE payload IS NOT NULL AND ($1::text[] IS NULL OR id > ($1::text[])[1]::bigint)
     ORDER BY id LIMIT ${LETTERS} FOR UPDATE`,
    [after],
  );
  let [rows, left] = [0, 0];
  for (const { id, payload, status } of letters) {
    const event = parse(payload);
    if (event === undefined && status === 'parked') left += 1;
    const cleaned = event === undefined ? null : await clean(parts, event);
    if (cleaned === undefined || (cleaned === null && status === 'parked')) continue;
    rows += 1;
    if (!isDryRun) await client.query(`UPDATE ${schema}.dlq_event SET payload = $2 WHERE id = $1`, [id, cleaned]);
  }
  const last = letters.at(-1);
  return { rows, left, last: letters.length < LETTERS || last === undefined ? undefined : [last.id] };
}

/** @returns the message as it should lie there; undefined: as it lies there now */
async function clean({ client, reasons, hashKey }: DeadLetterParts, event: Json): Promise<Buffer | undefined> {
  const { data } = event;
  if (!isObject(data)) return undefined;
  const source = typeof event['source'] === 'string' ? event['source'] : '';
  const officer = data['officer'];
  const cleaned = { ...data, ...cleanReason(reasons, source, data) };
  if (isObject(data['change'])) cleaned['change'] = { ...data['change'], ...cleanReason(reasons, source, data['change']) };
  if (typeof officer === 'string' && !isPlainId(officer) && !isReference(officer))
    cleaned['officer'] = toOfficerReference(hashKey, await findOrigin(client, data), officer);
  const [before, after] = [JSON.stringify(event), JSON.stringify({ ...event, data: cleaned })];
  return before === after ? undefined : Buffer.from(after);
}

function cleanReason(reasons: Reasons, source: string, { reasonCode }: Json): Json {
  if (typeof reasonCode !== 'string' || reasons.isKnown(reasonCode)) return {};
  return { reasonCode: reasons.mapLegacy(source, reasonCode).code };
}

const isReference = (officer: string): boolean => /^concealed-[\w-]{16}$/.test(officer);

/** The source that opened the dossier, by which its officers are referred to everywhere. */
async function findOrigin(client: DeadLetterParts['client'], { dossierId, origin }: Json): Promise<string> {
  const { rows } = await client.query<{ origin: string }>('SELECT origin FROM intake.dossier WHERE dossier_id::text = $1', [
    typeof dossierId === 'string' ? dossierId.toLowerCase() : '',
  ]);
  return rows[0]?.origin ?? (typeof origin === 'string' ? origin : '');
}

function parse(payload: Buffer): Json | undefined {
  try {
    const event: unknown = JSON.parse(payload.toString());
    return isObject(event) ? event : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
