import type { Transaction } from '@motcua/postgres';
import type { QuestionHashes } from './question-hashes.ts';
import type { Message } from './question-limits.ts';

export interface NewQuestion {
  readonly id: string;
  /** null: there is no such dossier. Nobody outside is told. */
  readonly dossierId: string | null;
  readonly language: 'vi' | 'en';
  readonly hashes: QuestionHashes;
  readonly message: Message;
  /** Random until a code is sent: nothing equals it. */
  readonly proof: Buffer;
  readonly now: number;
  readonly expiresAt: number;
}

const findByCode = { name: 'look-up-question.find-dossier', text: 'SELECT dossier_id FROM dossier WHERE code = $1' };
const insert = {
  name: 'look-up-question.insert',
  text: `INSERT INTO look_up_question
      (id, dossier_id, language, code_hash, address_hash, proof, send_after, asked_at, expires_at, message_of, holds_long, sending)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, CASE WHEN $9::uuid IS NULL THEN 'due' ELSE 'none' END)`,
};

export async function findIdByCode(transaction: Transaction, code: string): Promise<string | null> {
  const [row] = await transaction.query<{ dossier_id: string }>(findByCode, [code]);
  return row?.dossier_id ?? null;
}

export async function insertQuestion(transaction: Transaction, question: NewQuestion): Promise<void> {
  const { id, dossierId, language, hashes, message, proof, now, expiresAt } = question;
  const { code, address } = hashes;
  const [of, holdsLong] = message.kind === 'of' ? [message.question, false] : [null, message.holdsLong];
  const moments = [toIso(now), toIso(expiresAt)];
  await transaction.execute(insert, [id, dossierId, language, code, address, proof, ...moments, of, holdsLong]);
}

/** How often a code may be tried. */
const MAX_TRIES = 5;

const takeTry = {
  name: 'look-up-question.try',
  text: `UPDATE look_up_question AS q SET tries = tries + 1 WHERE id = $1 AND tries < ${MAX_TRIES} AND used_at IS NULL AND expires_at > $2
    RETURNING dossier_id, (SELECT code FROM dossier AS d WHERE d.dossier_id = q.dossier_id), coalesce(message_of, id) AS message,
      coalesce((SELECT proof FROM look_up_question AS m WHERE m.id = q.message_of AND m.expires_at > $2), proof) AS proof,
      ${MAX_TRIES} - tries AS left`,
};

export interface Try {
  readonly dossier: { readonly id: string; readonly code: string } | null;
  /** Of the digits that were sent, and the question with which they went out. */
  readonly proof: Buffer;
  readonly message: string;
  /** How many more there are. */
  readonly left: number;
}

interface TryRow extends Record<string, unknown> {
  readonly dossier_id: string | null;
  readonly code: string | null;
  readonly proof: Buffer;
  readonly message: string;
  readonly left: number;
}

/** Counts a try before it is looked at: whoever breaks off has used it. Undefined: there is none left, or nothing was asked. */
export async function takeTryOf(transaction: Transaction, id: string, now: number): Promise<Try | undefined> {
  const [row] = await transaction.query<TryRow>(takeTry, [id, toIso(now)]);
  if (row === undefined) return undefined;
  const { dossier_id: dossierId, code, proof, message, left } = row;
  return { dossier: dossierId === null || code === null ? null : { id: dossierId, code }, proof, message, left };
}

/** A code works once. @returns whether it had not been used */
export async function markUsed(transaction: Transaction, id: string, now: number): Promise<boolean> {
  const text = 'UPDATE look_up_question SET used_at = $2 WHERE id = $1 AND used_at IS NULL';
  return (await transaction.execute({ name: 'look-up-question.use', text }, [id, toIso(now)])) === 1;
}

const toIso = (instant: number): string => new Date(instant).toISOString();
