import type { Actor } from '@motcua/auth';
import type { DeliveryView, Notice } from '@motcua/contracts';
import type { Queryable } from '@motcua/postgres';
import { toField } from '@motcua/tables';
import { listNotices, type NoticeSearch } from './list-notices.query.ts';

const PAGE = 500;
const MOST = 100_000;
const header = [
  'noticeId,createdAt,event,why,rule,audience,recipientKind,recipient,dossierId,code,sourceCode,unit,template,templateVersion,language',
  'class,urgency,foldedInto,readAt,deliveryId,channel,state,attempts,lastAttemptAt,lastAnswer,reason',
].join(',');

/** The notices of a search as CSV, page by page: however many there are, one page of them is in memory. */
export async function* exportNotices(database: Queryable, actor: Actor, search: NoticeSearch): AsyncGenerator<string> {
  // The mark tells spreadsheets that the file is UTF-8.
  yield `\uFEFF${header}\n`;
  let after = search.after;
  for (let exported = 0; exported < MOST; exported += PAGE) {
    const { notices, next } = await listNotices(database, actor, { ...search, after, limit: PAGE });
    yield notices.flatMap(toLines).join('');
    if (next === null) return;
    after = next;
  }
}

function toLines(notice: Notice): string[] {
  return notice.deliveries.length === 0 ? [toLine(notice)] : notice.deliveries.map((delivery) => toLine(notice, delivery));
}

function toLine(notice: Notice, delivery?: DeliveryView): string {
  const { id, createdAt, event, why, rule, audience, recipient, dossierId, code, sourceCode, unit, template, urgency } = notice;
  const last = delivery?.attempts.at(-1);
  const planned = [id, createdAt, event, why, rule, audience, recipient.kind, recipient.id, dossierId, code, sourceCode, unit];
  const text = [
    template,
    delivery?.templateVersion,
    delivery?.language,
    notice.class,
    urgency,
    notice.coalescedInto,
    notice.readAt,
  ];
  const sent = [
    delivery?.id,
    delivery?.channel,
    delivery?.state,
    delivery?.attempts.length,
    last?.at,
    last?.answer,
    delivery?.reason,
  ];
  return `${[...planned, ...text, ...sent].map(toField).join(',')}\n`;
}
