import type { Queryable, Transaction } from '@motcua/postgres';

/** A question whose code is to be sent. */
export interface DueCode {
  readonly id: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly language: 'vi' | 'en';
  readonly expiresAt: Date;
  /** Others rely on it too: there are more digits. */
  readonly holdsLong: boolean;
}

/** How often sending is tried, and how long whoever took one has for it. */
const MAX_SENDS = 3;
const LEASE_SECONDS = 60;

/** Of a dossier that is not there nothing is sent; that is found here, and not while somebody waits for an answer. */
const take = {
  name: 'look-up-question.take-due',
  text: `WITH due AS (
      SELECT id FROM look_up_question WHERE sending = 'due' AND send_after <= $1 ORDER BY send_after LIMIT $2 FOR UPDATE SKIP LOCKED),
    taken AS (
      UPDATE look_up_question AS q SET
        sending = CASE WHEN q.dossier_id IS NULL THEN 'none' WHEN q.sends >= ${MAX_SENDS} OR q.expires_at <= $1 THEN 'failed' ELSE 'due' END,
        sends = q.sends + 1,
        send_after = $1::timestamptz + interval '${LEASE_SECONDS} seconds'
      FROM due WHERE q.id = due.id RETURNING q.id, q.dossier_id, q.language, q.expires_at, q.sending, q.holds_long)
    SELECT taken.id, taken.language, taken.expires_at, taken.holds_long, d.dossier_id, d.code
    FROM taken JOIN dossier AS d USING (dossier_id) WHERE taken.sending = 'due'`,
};

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly dossier_id: string;
  readonly code: string;
  readonly language: 'vi' | 'en';
  readonly expires_at: Date;
  readonly holds_long: boolean;
}

export async function takeDueCodes(transaction: Transaction, now: number, limit: number): Promise<DueCode[]> {
  const rows = await transaction.query<Row>(take, [toIso(now), limit]);
  return rows.map(({ id, dossier_id, code, language, expires_at, holds_long }) => ({
    ...{ id, dossierId: dossier_id, dossierCode: code, language, expiresAt: expires_at, holdsLong: holds_long },
  }));
}

/** Before the code goes out: whoever has it can use it at once. */
export async function setProof(transaction: Transaction, id: string, proof: Buffer): Promise<void> {
  const text = 'UPDATE look_up_question SET proof = $2 WHERE id = $1 AND used_at IS NULL';
  await transaction.execute({ name: 'look-up-question.prove', text }, [id, proof]);
}

export async function finishSending(transaction: Transaction, id: string, sending: 'sent' | 'failed'): Promise<void> {
  const text = 'UPDATE look_up_question SET sending = $2 WHERE id = $1';
  await transaction.execute({ name: 'look-up-question.sent', text }, [id, sending]);
}

/** Whoever was to send it was away: soon again, a little later each time. */
export async function sendLater(transaction: Transaction, id: string, now: number): Promise<void> {
  const text = `UPDATE look_up_question SET send_after = $2::timestamptz + sends * interval '5 seconds' WHERE id = $1`;
  await transaction.execute({ name: 'look-up-question.later', text }, [id, toIso(now)]);
}

/** Epoch ms; undefined: nothing is to be sent. */
export async function findNextDue(database: Queryable): Promise<number | undefined> {
  const text = `SELECT min(send_after) AS next FROM look_up_question WHERE sending = 'due'`;
  const [row] = await database.query<{ next: Date | null }>({ name: 'look-up-question.next-due', text });
  return row?.next?.getTime();
}

/** Forgets what counts for nothing any more, so much at a time that the transaction stays short. */
export async function forgetOld(transaction: Transaction, before: number, now: number): Promise<void> {
  const old = 'SELECT ctid FROM look_up_question WHERE asked_at < $1 ORDER BY asked_at LIMIT 1000';
  await transaction.execute(`DELETE FROM look_up_question WHERE ctid IN (${old})`, [toIso(before)]);
  const over = 'SELECT ctid FROM look_up_token WHERE expires_at < $1 LIMIT 1000';
  await transaction.execute(`DELETE FROM look_up_token WHERE ctid IN (${over})`, [toIso(now)]);
}

const toIso = (instant: number): string => new Date(instant).toISOString();
