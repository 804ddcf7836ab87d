import { inTransaction, toTransaction } from '@motcua/postgres';
import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { insertLink } from '../../look-up-links/look-up-link.store.ts';
import type { LookUpTokens } from '../../look-up-links/look-up-tokens.ts';
import type { QuestionHasher } from './question-hashes.ts';
import { COUNTED_MS, findMessage } from './question-limits.ts';
import { findIdByCode, insertQuestion, markUsed, takeTryOf } from './question.store.ts';
import { parseTypedCode } from './typed-code.ts';

/** How long the page that a code opened may be read again. */
const OPENED_MS = 30 * 60_000;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
/** A question that nobody asked is compared like one that somebody did. */
const nobodys = { id: '00000000-0000-4000-8000-000000000000', proof: randomBytes(32) };

export interface QuestionsParts {
  readonly pool: Pool;
  readonly tokens: LookUpTokens;
  readonly hasher: QuestionHasher;
  /** How long a one-time code holds. */
  readonly codeMinutes: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told after each commit that left something to be sent. */
  readonly onAsked: () => void;
}

export interface Question {
  readonly typed: string;
  readonly address: string;
  readonly language: 'vi' | 'en';
}

export type Asked = { readonly kind: 'asked'; readonly id: string } | { readonly kind: 'too-often' };
export type Tried =
  { readonly kind: 'right'; readonly code: string; readonly token: string } | { readonly kind: 'wrong'; readonly left: number };

/**
 * The look-up by typed code: a question, then a one-time code. Neither answer nor time says whether there is such a dossier, nor whether
 * somebody can be reached: whatever is asked, the same statements run.
 */
export class Questions {
  constructor(private readonly parts: QuestionsParts) {}

  async ask({ typed, address, language }: Question): Promise<Asked> {
    const { pool, hasher, codeMinutes, onAsked } = this.parts;
    const code = parseTypedCode(typed);
    const hashes = hasher.hash(code, address);
    const now = this.parts.now();
    const question = { id: randomUUID(), language, hashes, proof: randomBytes(32), now };
    const isAsked = await inTransaction(pool, async (transaction) => {
      const message = await findMessage(transaction, hashes, now);
      if (message === undefined) return false;
      const expiresAt = now + (message.kind === 'own' && message.holdsLong ? COUNTED_MS : codeMinutes * 60_000);
      const dossierId = await findIdByCode(transaction, code.text);
      await insertQuestion(transaction, { ...question, dossierId, message, expiresAt });
      return true;
    });
    if (!isAsked) return { kind: 'too-often' };
    onAsked();
    return { kind: 'asked', id: question.id };
  }

  /** One of the few tries at the code of a question. Right: a token that opens the dossier for a while. */
  async try(questionId: string, oneTimeCode: string): Promise<Tried> {
    const { pool, hasher, tokens } = this.parts;
    const now = this.parts.now();
    const id = uuid.test(questionId) ? questionId : nobodys.id;
    // Committed before the comparison: no try is free, not even one whose answer is never read.
    const taken = await takeTryOf(toTransaction(pool), id, now);
    const { dossier, proof, message, left } = taken ?? { dossier: null, proof: nobodys.proof, message: id, left: 0 };
    const isRight = timingSafeEqual(hasher.prove(message, oneTimeCode.replaceAll(/\s/g, '').slice(0, 20)), proof);
    if (!isRight || dossier === null) return { kind: 'wrong', left };
    const made = tokens.create();
    const isFirst = await inTransaction(pool, async (transaction) => {
      if (!(await markUsed(transaction, id, now))) return false;
      await insertLink(transaction, { dossierId: dossier.id, made, now, expiresAt: now + OPENED_MS });
      return true;
    });
    return isFirst ? { kind: 'right', code: dossier.code, token: made.token } : { kind: 'wrong', left: 0 };
  }
}
