import type { InboxItem, InboxMessage, InboxPage } from '@motcua/contracts';
import { Keyset, Parameters, toTransaction, type KeysetPosition, type KeysetRow, type Queryable } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { TemplateBook } from '../../templates/template-book.ts';
import { inboxColumns, toInboxItem, type InboxRow } from './inbox-row.ts';

const ofReader = "recipient_kind = 'staff' AND recipient = $1 AND shown_no IS NOT NULL";
const newestFirst = new Keyset({ no: ['shown_no', 'bigint'] }, { isNewestFirst: true });
/** Of what came in at once, the newest so many; the rest is in the inbox. */
const MOST_AT_ONCE = 50;

/**
 * Asked once a second for every inbox that somebody watches: one row by the index of what was shown, and of the index of what is unread
 * as many as are. Grouping the rows of an inbox would read the history of every reader each time.
 */
export const marksStatement = `
SELECT reader, newest.last, unread.count AS unread FROM unnest($1::text[]) AS reader
CROSS JOIN LATERAL (
  SELECT shown_no AS last FROM notification.notice
  WHERE recipient = reader AND recipient_kind = 'staff' AND shown_no IS NOT NULL ORDER BY shown_no DESC LIMIT 1
) AS newest
CROSS JOIN LATERAL (
  SELECT count(*)::integer AS count FROM notification.notice
  WHERE recipient = reader AND recipient_kind = 'staff' AND shown_no IS NOT NULL AND read_at IS NULL
) AS unread`;

/** Where a page ends: the number of its last item. */
export type InboxPosition = KeysetPosition<'no'>;

/** How an inbox stands: the number of what came in last, and how much is unread. */
export interface InboxMark {
  readonly last: string;
  readonly unread: number;
}

/** Inboxes of staff: what was shown to them. */
@Injectable()
export class InboxStore {
  readonly #database: Queryable;

  constructor(
    @Inject(POOL) pool: Pool,
    private readonly templates: TemplateBook,
  ) {
    this.#database = toTransaction(pool);
  }

  /** Newest first. */
  async list(
    reader: string,
    { isUnread, after, limit }: { readonly isUnread: boolean; readonly after: InboxPosition | undefined; readonly limit: number },
  ): Promise<Omit<InboxPage, 'next'> & { readonly next: InboxPosition | null }> {
    // Counted before the list is read: what comes in between is in the list already, and never counted without being there.
    const { unread } = await this.mark(reader);
    const parameters = new Parameters([reader, isUnread]);
    const where = [ofReader, '(NOT $2 OR read_at IS NULL)', ...newestFirst.behind(after, parameters)].join(' AND ');
    const rows = await this.#database.query<KeysetRow<InboxRow, 'no'>>(
      `SELECT ${inboxColumns}, ${newestFirst.columns} FROM notification.notice WHERE ${where} ${newestFirst.orderAndLimit(limit, parameters)}`,
      parameters.values,
    );
    const { page, next } = newestFirst.cut(rows, limit);
    return { unread, items: page.map(this.#toItem), next };
  }

  /** What came in after a number, oldest first. */
  async readSince(reader: string, after: string): Promise<InboxMessage & { readonly last: string }> {
    const rows = await this.#database.query<InboxRow>(
      `SELECT ${inboxColumns} FROM notification.notice WHERE ${ofReader} AND shown_no > $2 ORDER BY shown_no DESC LIMIT $3`,
      [reader, after, MOST_AT_ONCE],
    );
    const { unread } = await this.mark(reader);
    return { last: rows[0]?.shown_no ?? after, unread, items: rows.toReversed().map(this.#toItem) };
  }

  async mark(reader: string): Promise<InboxMark> {
    return (await this.marks([reader])).get(reader) ?? { last: '0', unread: 0 };
  }

  /** How some inboxes stand; one that is empty is not in it. */
  async marks(readers: readonly string[]): Promise<ReadonlyMap<string, InboxMark>> {
    const rows = await this.#database.query<{ reader: string; last: string; unread: number }>(marksStatement, [readers]);
    return new Map(rows.map(({ reader, last, unread }) => [reader, { last, unread }]));
  }

  /** Marks one as read; a second time changes nothing. Undefined where it is not in his inbox. */
  async read(reader: string, id: string): Promise<InboxItem | undefined> {
    const rows = await this.#database.query<InboxRow>(
      `UPDATE notification.notice SET read_at = coalesce(read_at, notification.clock_now()) WHERE ${ofReader} AND id = $2
       RETURNING ${inboxColumns}`,
      [reader, id],
    );
    return rows.map(this.#toItem)[0];
  }

  async readAll(reader: string): Promise<number> {
    const rows = await this.#database.query(
      `UPDATE notification.notice SET read_at = notification.clock_now() WHERE ${ofReader} AND read_at IS NULL RETURNING id`,
      [reader],
    );
    return rows.length;
  }

  readonly #toItem = (row: InboxRow): InboxItem => toInboxItem(row, this.templates);
}
