import type { Transaction } from '@motcua/postgres';
import type { QuestionHashes } from './question-hashes.ts';

const HOUR_MS = 3_600_000;
/** The longest that anything is counted for: what was asked before may be forgotten. */
export const COUNTED_MS = 24 * HOUR_MS;

/**
 * How often may be asked, whether there is such a dossier or not. Questions are refused for what their own address has asked, and for
 * nothing that others did; a waiting room may share one. Messages are counted over all addresses: nobody's telephone is filled.
 */
const most = { ofCodeAnHour: 3, ofCodeADay: 6, ofAddressAnHour: 30, messagesAnHour: 3, messagesADay: 6 } as const;

const count = {
  name: 'look-up-question.count',
  text: `SELECT count(*) FILTER (WHERE address_hash = $2 AND code_hash = $1 AND asked_at > $3)::int AS of_code_an_hour,
      count(*) FILTER (WHERE address_hash = $2 AND code_hash = $1)::int AS of_code_a_day,
      count(*) FILTER (WHERE address_hash = $2 AND asked_at > $3)::int AS of_address_an_hour,
      count(*) FILTER (WHERE code_hash = $1 AND message_of IS NULL AND asked_at > $3)::int AS messages_an_hour,
      count(*) FILTER (WHERE code_hash = $1 AND message_of IS NULL)::int AS messages_a_day,
      (array_agg(id ORDER BY asked_at DESC) FILTER (WHERE code_hash = $1 AND holds_long AND expires_at > $5))[1] AS last_message
    FROM look_up_question WHERE asked_at > $4 AND (code_hash = $1 OR address_hash = $2)`,
};

interface Counts extends Record<string, unknown> {
  readonly of_code_an_hour: number;
  readonly of_code_a_day: number;
  readonly of_address_an_hour: number;
  readonly messages_an_hour: number;
  readonly messages_a_day: number;
  readonly last_message: string | null;
}

/**
 * The message that a question goes by: one of its own, or the last one that was sent about this code, where there have been enough. The
 * last before that is reached holds long, so that whoever has the telephone gets in whatever strangers asked.
 */
export type Message = { readonly kind: 'own'; readonly holdsLong: boolean } | { readonly kind: 'of'; readonly question: string };

/**
 * Those who are counted together ask one after the other until their transactions end, so that many at once are not more than one by one.
 * undefined: this address has asked too often.
 */
export async function findMessage(
  transaction: Transaction,
  { code, address }: QuestionHashes,
  now: number,
): Promise<Message | undefined> {
  // Addresses first, everywhere: who waits for a code holds no other code.
  await lock(transaction, address, 7_150_931);
  await lock(transaction, code, 7_150_932);
  const [hourAgo, dayAgo, at] = [now - HOUR_MS, now - COUNTED_MS, now].map((instant) => new Date(instant).toISOString());
  const [counts] = await transaction.query<Counts>(count, [code, address, hourAgo, dayAgo, at]);
  if (counts === undefined) throw new Error('a count is a row');
  const mayAsk =
    counts.of_code_an_hour < most.ofCodeAnHour &&
    counts.of_code_a_day < most.ofCodeADay &&
    counts.of_address_an_hour < most.ofAddressAnHour;
  return mayAsk ? chooseMessage(counts) : undefined;
}

function chooseMessage({ messages_an_hour: anHour, messages_a_day: aDay, last_message: last }: Counts): Message {
  const left = Math.min(most.messagesAnHour - anHour, most.messagesADay - aDay);
  if (left <= 0 && last !== null) return { kind: 'of', question: last };
  return { kind: 'own', holdsLong: left <= 1 };
}

const lock = (transaction: Transaction, hash: Buffer, seed: number): Promise<unknown> =>
  transaction.query('SELECT pg_advisory_xact_lock(hashtextextended($1, $2))', [hash.toString('hex'), seed]);
