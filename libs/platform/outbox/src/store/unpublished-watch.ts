import type { Queryable } from '@motcua/postgres';
import { isAtOrBeyond, type LogPosition } from './cursor.store.ts';

export interface UnpublishedWatchOptions {
  /** Not the relay's own connection: it may be that which is dead. */
  readonly database: Queryable;
  /** Where the relay's tables are. */
  readonly schema: string;
  /** The relay's. */
  readonly name: string;
  /** The event table, with its schema. */
  readonly table: string;
  /** A clock that nobody sets, milliseconds; the process's own unless told. */
  readonly nowMs?: () => number;
}

/** The end of the event table as it was seen at some moment. */
interface Mark {
  readonly place: LogPosition;
  readonly seenMs: number;
}

interface Row extends Record<string, unknown> {
  readonly cursorXid: string;
  readonly cursorPosition: string;
  readonly endXid: string | null;
  readonly endPosition: string | null;
}

const mostMarks = 1_000;

/**
 * How long the oldest event has waited to be published, whichever process publishes, as far as this one has watched. The relay says what
 * it knows of itself; one that is stuck says nothing, and a standby says that all is well. Where the end of the table was at some moment
 * and the cursor has not yet come, something has waited since then: no event's own time is asked, and no clock that two machines share.
 */
export class UnpublishedWatch {
  readonly #nowMs: () => number;
  readonly #statement: { readonly name: string; readonly text: string };
  /** Of places that the cursor has not reached, the earliest first. */
  #marks: Mark[] = [];

  constructor(private readonly options: UnpublishedWatchOptions) {
    const { schema, table, nowMs = () => performance.now() } = options;
    this.#nowMs = nowMs;
    this.#statement = {
      name: `relay.unpublished ${table}`,
      text: `
        SELECT coalesce(c.xid, '0')::text AS "cursorXid", coalesce(c.position, 0)::text AS "cursorPosition",
               e.xid::text AS "endXid", e.position::text AS "endPosition"
        FROM (SELECT) AS once
        LEFT JOIN ${schema}.relay_cursor c ON c.relay = $1
        LEFT JOIN (SELECT xid, position FROM ${table} ORDER BY ${table}.xid DESC, ${table}.position DESC LIMIT 1) e ON true`,
    };
  }

  /** Milliseconds; 0: everything has been published that was there when it was looked last. */
  get oldestMs(): number {
    const [oldest] = this.#marks;
    return oldest === undefined ? 0 : this.#nowMs() - oldest.seenMs;
  }

  /** To be called every few seconds: an age is as exact as that. @throws where the database does not answer */
  async look(): Promise<void> {
    const [row] = await this.options.database.query<Row>(this.#statement, [this.options.name]);
    if (row === undefined) return;
    const cursor = { xid: row.cursorXid, position: row.cursorPosition };
    this.#marks = this.#marks.filter(({ place }) => !isAtOrBeyond(cursor, place));
    if (row.endXid === null || row.endPosition === null) return;
    this.#mark(cursor, { xid: row.endXid, position: row.endPosition });
  }

  #mark(cursor: LogPosition, end: LogPosition): void {
    const last = this.#marks.at(-1)?.place ?? cursor;
    if (isAtOrBeyond(last, end)) return;
    // In a long absence of Kafka: half as exact, and half as many.
    if (this.#marks.length >= mostMarks) this.#marks = this.#marks.filter((_, index) => index % 2 === 0);
    this.#marks.push({ place: end, seenMs: this.#nowMs() });
  }
}
