import type { Transaction } from '@motcua/postgres';
import type { QuestionHashes } from './question-hashes.ts';

const HOUR_MS = 3_600_000;
/** The longest that anything is counted for: what was asked before may be forgotten. */
export const COUNTED_MS = 24 * HOUR_MS;

/**
 * How often may be asked, whether there is such a dossier or not. Of one code: nobody's telephone is filled with messages, and of a
 * million codes nobody tries more than thirty a day. Of the codes of an office on a day: nobody walks through them from many addresses.
 * Of an address: a waiting room may share one.
 */
const most = { ofCodeAnHour: 3, ofCodeADay: 6, ofRangeAnHour: 60, ofAddressAnHour: 30 } as const;

const count = {
  name: 'look-up-question.count',
  text: `SELECT count(*) FILTER (WHERE code_hash = $1 AND asked_at > $4)::int AS of_code_an_hour,
      count(*) FILTER (WHERE code_hash = $1)::int AS of_code_a_day,
      count(*) FILTER (WHERE range_hash = $2 AND asked_at > $4)::int AS of_range_an_hour,
      count(*) FILTER (WHERE address_hash = $3 AND asked_at > $4)::int AS of_address_an_hour
    FROM look_up_question WHERE asked_at > $5 AND (code_hash = $1 OR range_hash = $2 OR address_hash = $3)`,
};

interface Counts extends Record<string, unknown> {
  readonly of_code_an_hour: number;
  readonly of_code_a_day: number;
  readonly of_range_an_hour: number;
  readonly of_address_an_hour: number;
}

/** Those who are counted together ask one after the other until their transactions end, so that many at once are not more than one by one. */
export async function mayAsk(transaction: Transaction, { code, range, address }: QuestionHashes, now: number): Promise<boolean> {
  // Addresses first, everywhere: who waits for a range holds no other range.
  await lock(transaction, address, 7_150_931);
  await lock(transaction, range, 7_150_932);
  const hourAgo = new Date(now - HOUR_MS).toISOString();
  const dayAgo = new Date(now - COUNTED_MS).toISOString();
  const [counts] = await transaction.query<Counts>(count, [code, range, address, hourAgo, dayAgo]);
  return (
    counts !== undefined &&
    counts.of_code_an_hour < most.ofCodeAnHour &&
    counts.of_code_a_day < most.ofCodeADay &&
    counts.of_range_an_hour < most.ofRangeAnHour &&
    counts.of_address_an_hour < most.ofAddressAnHour
  );
}

const lock = (transaction: Transaction, hash: Buffer, seed: number): Promise<unknown> =>
  transaction.query('SELECT pg_advisory_xact_lock(hashtextextended($1, $2))', [hash.toString('hex'), seed]);
