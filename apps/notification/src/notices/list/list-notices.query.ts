import type { Actor } from '@motcua/auth';
import type { Notice } from '@motcua/contracts';
import { Keyset, Parameters, type KeysetPosition, type KeysetRow, type Queryable } from '@motcua/postgres';
import { readDeliveries } from '../../deliveries/queue/read-deliveries.ts';
import { noticeColumns, toNotice, type NoticeRow } from './notice-row.ts';

const newestFirst = new Keyset({ position: ['position', 'bigint'] }, { isNewestFirst: true });
export type NoticePosition = KeysetPosition<'position'>;

export interface NoticeSearch {
  readonly dossier?: string | undefined;
  readonly recipient?: string | undefined;
  readonly unit?: string | undefined;
  readonly event?: string | undefined;
  readonly after?: NoticePosition | undefined;
  readonly limit: number;
}

/** The unit’s and all below it; his own wherever they belong. Whoever is bound to no unit reads all. */
const isReadable = "($1::text IS NULL OR $1 = ANY (path) OR (recipient_kind = 'staff' AND recipient = $2))";

/** A page of the notices that an actor may read, newest first, and where the next one begins. */
export async function listNotices(
  database: Queryable,
  actor: Actor,
  { dossier, recipient, unit, event, after, limit }: NoticeSearch,
): Promise<{ readonly notices: Notice[]; readonly next: NoticePosition | null }> {
  const parameters = new Parameters([
    actor.unit ?? null,
    actor.sub,
    dossier ?? null,
    recipient ?? null,
    unit ?? null,
    event ?? null,
  ]);
  const where = [
    isReadable,
    '($3::uuid IS NULL OR dossier_id = $3) AND ($4::text IS NULL OR recipient = $4)',
    '($5::text IS NULL OR path @> ARRAY[$5]) AND ($6::text IS NULL OR event = $6)',
    ...newestFirst.behind(after, parameters),
  ].join(' AND ');
  const rows = await database.query<KeysetRow<NoticeRow, 'position'>>(
    `SELECT ${noticeColumns}, ${newestFirst.columns} FROM notification.notice WHERE ${where} ${newestFirst.orderAndLimit(limit, parameters)}`,
    parameters.values,
  );
  const { page, next } = newestFirst.cut(rows, limit);
  return { notices: await withDeliveries(database, page), next };
}

export async function findNotice(database: Queryable, actor: Actor, id: string): Promise<Notice | undefined> {
  const rows = await database.query<NoticeRow>(
    `SELECT ${noticeColumns} FROM notification.notice WHERE ${isReadable} AND id = $3`,
    [actor.unit ?? null, actor.sub, id],
  );
  return (await withDeliveries(database, rows))[0];
}

/** A folded notice went out with the one it was folded into: that one’s deliveries are its proof. */
async function withDeliveries(database: Queryable, rows: readonly NoticeRow[]): Promise<Notice[]> {
  const carriers = [...new Set(rows.map(carrierOf))];
  const deliveries = await readDeliveries(database, carriers);
  return rows.map((row) => toNotice(row, deliveries.get(carrierOf(row)) ?? []));
}

const carrierOf = ({ id, folded_into: fold }: NoticeRow): string => fold ?? id;
