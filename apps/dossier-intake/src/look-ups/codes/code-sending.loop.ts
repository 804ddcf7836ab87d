import type { Logger } from '@motcua/observability';
import { inTransaction, toTransaction } from '@motcua/postgres';
import type { BackgroundLoop, BackgroundLoops } from '@motcua/service';
import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import type { CodeSender } from './code-sender.ts';
import { findNextDue, finishSending, forgetOld, sendLater, setProof, takeDueCodes, type DueCode } from './due-codes.store.ts';
import type { QuestionHasher } from './question-hashes.ts';
import { COUNTED_MS } from './question-limits.ts';

/** As many go out at the same time, each in a loop of its own: one that nobody answers for forty seconds keeps none of the others. */
const AT_ONCE = 10;
const REST_MS = 60_000;
/** While another instance has the next one in hand. */
const SHORT_REST_MS = 100;

/** Digits that hold for minutes and one question; and those by which anybody's question is answered for a day. */
const [SHORT, LONG] = [6, 10];

const createDigits = (length: number): string => Array.from({ length }, () => randomInt(10)).join('');

export interface CodeSendingParts {
  readonly pool: Pool;
  readonly hasher: QuestionHasher;
  readonly sender: CodeSender;
  readonly loops: BackgroundLoops;
  readonly logger: Logger;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Sends codes behind the answer: while somebody waits, the same is done whether there is such a dossier or not. A code is in memory from
 * here to the provider, and in the database only as what proves it.
 */
export class CodeSending {
  readonly #loops: readonly BackgroundLoop[];

  constructor(private readonly parts: CodeSendingParts) {
    this.#loops = Array.from({ length: AT_ONCE }, (_, place) =>
      parts.loops.add({ name: `look-up-codes-${place + 1}`, turn: () => this.#turn(place === 0) }),
    );
  }

  /** Something was asked. */
  wake(): void {
    for (const loop of this.#loops) loop.wake();
  }

  /** @returns how long to rest */
  async #turn(forgets: boolean): Promise<number> {
    const { pool, now } = this.parts;
    const due = await inTransaction(pool, (transaction) => takeDueCodes(transaction, now(), 1));
    const [sent] = await Promise.all(due.map((one) => this.#send(one)));
    if (forgets) await inTransaction(pool, (transaction) => forgetOld(transaction, now() - COUNTED_MS, now()));
    return sent === undefined ? this.#untilNext() : 0;
  }

  /** Asked of the table each time: who is woken by another question before a code is due again must not forget that one. */
  async #untilNext(): Promise<number> {
    const { pool, now } = this.parts;
    const next = await findNextDue(toTransaction(pool));
    return next === undefined ? REST_MS : Math.min(REST_MS, Math.max(SHORT_REST_MS, next - now()));
  }

  async #send({ id, dossierId, dossierCode, language, expiresAt, holdsLong }: DueCode): Promise<string> {
    const { pool, hasher, sender, logger, now } = this.parts;
    const database = toTransaction(pool);
    const code = createDigits(holdsLong ? LONG : SHORT);
    await setProof(database, id, hasher.prove(id, code));
    const minutes = Math.max(1, Math.round((expiresAt.getTime() - now()) / 60_000));
    const outcome = await sender.send({ dossierId, dossierCode, code, minutes, language });
    if (outcome === 'away') await sendLater(database, id, now());
    else await finishSending(database, id, outcome === 'sent' ? 'sent' : 'failed');
    if (outcome !== 'sent') logger.warn({ question: id, outcome }, 'a one-time code could not be sent');
    return outcome;
  }
}
