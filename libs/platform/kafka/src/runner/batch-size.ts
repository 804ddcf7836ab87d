import { isTransient, sqlStateOf } from '@motcua/postgres';

/** The server ends a statement (57014) or a transaction (25P04) that lasts too long. */
const outOfTime = new Set(['57014', '25P04']);
/** Of a transaction that is ended between two statements the client may see nothing but the loss of its connection. */
const LONG_MS = 4_000;
const isLostConnection = (error: unknown): boolean => isTransient(error) && !/^(40|55|53)/.test(sqlStateOf(error) ?? '');

/** Whether a transaction failed because it lasted too long: run again as it was, it would for ever. */
export const tookTooLong = (error: unknown, elapsedMs: number): boolean =>
  outOfTime.has(sqlStateOf(error) ?? '') || (elapsedMs >= LONG_MS && isLostConnection(error));

/** After so many that did not last too long twice as many messages are tried. */
const GROW_AFTER = 50;

/** How many messages a transaction may take: half as many after one that lasted too long, twice as many after a while without. */
export class BatchSize {
  #limit = Infinity;
  #moved = 0;

  get limit(): number {
    return this.#limit;
  }

  /** @param messages of the transaction that lasted too long */
  shrink(messages: number): void {
    this.#limit = Math.max(1, Math.ceil(messages / 2));
    this.#moved = 0;
  }

  noteMoved(): void {
    if (this.#limit === Infinity) return;
    this.#moved += 1;
    if (this.#moved < GROW_AFTER) return;
    this.#limit *= 2;
    this.#moved = 0;
  }
}
