import { randomUUID } from 'node:crypto';
import { createBulkInsert, jsonColumn, textListColumn, type Queryable } from '@motcua/postgres';
import type { NewDelivery } from '../../deliveries/queue/insert-deliveries.ts';
import type { NoticeDraft } from './notice-draft.ts';

/** A notice that is new in the table, with the deliveries that are to send it. */
export interface WrittenNotice {
  readonly id: string;
  readonly draft: NoticeDraft;
  readonly deliveries: readonly NewDelivery[];
}

/**
 * Writes drafts; what is there already is left out of the answer. The deliveries are the caller's to write in the same transaction,
 * when it is known which notices are sent by themselves.
 */
export async function writeNotices(
  database: Queryable,
  drafts: readonly NoticeDraft[],
  { now, versionOf }: { readonly now: number; readonly versionOf: (template: string) => number },
): Promise<readonly WrittenNotice[]> {
  if (drafts.length === 0) return [];
  const notices = drafts.map((draft) => ({ id: randomUUID(), draft, version: versionOf(draft.template) }));
  const inserted = await insertNotices(database, notices, now);
  return notices
    .filter(({ id }) => inserted.has(id))
    .map(({ id, draft, version }) => ({ id, draft, deliveries: toDeliveries(id, draft, version) }));
}

/** In the order in which they were decided: their positions are the order in which they are read. */
const insert = createBulkInsert({
  into: 'notification.notice',
  columns: {
    id: 'uuid',
    event: 'text',
    event_id: 'text',
    rule: 'text',
    audience: 'text',
    recipient_kind: 'text',
    recipient: 'text',
    why: 'text',
    dossier_id: 'uuid',
    code: 'text',
    source_code: 'text',
    unit: 'text',
    time_zone: 'text',
    template: 'text',
    template_version: 'integer',
    language: 'text',
    class: 'text',
    urgency: 'text',
    data: jsonColumn,
    created_at: 'timestamptz',
    send_at: 'timestamptz',
    is_fold: 'boolean',
    path: textListColumn,
  },
  key: ['event_id', 'rule', 'recipient'],
  ifThere: 'keep',
  order: 'given',
  returning: 'id',
});

interface Numbered {
  readonly id: string;
  readonly draft: NoticeDraft;
  readonly version: number;
}

async function insertNotices(database: Queryable, notices: readonly Numbered[], now: number): Promise<ReadonlySet<string>> {
  const inserted = await insert<{ id: string }>(
    database,
    notices.map((notice) => toRow(notice, now)),
  );
  return new Set(inserted.map(({ id }) => id));
}

function toRow({ id, draft, version }: Numbered, now: number) {
  const { subject, rule, audience, recipient, template, language, urgency, variables, sendAt, isCoalesced = false } = draft;
  return {
    id,
    event: subject.name,
    event_id: subject.id,
    rule,
    audience,
    recipient_kind: recipient.kind,
    recipient: recipient.id,
    why: subject.why,
    dossier_id: subject.dossier?.id,
    code: subject.dossier?.code,
    source_code: subject.dossier?.sourceCode,
    unit: subject.unit,
    time_zone: subject.timeZone,
    template,
    template_version: version,
    language,
    class: draft.class,
    urgency,
    data: JSON.stringify(variables),
    created_at: new Date(now).toISOString(),
    send_at: new Date(sendAt).toISOString(),
    is_fold: isCoalesced,
    path: JSON.stringify(subject.path),
  };
}

function toDeliveries(noticeId: string, draft: NoticeDraft, templateVersion: number): readonly NewDelivery[] {
  const { subject, recipient, chains, template, language, variables, sendAt, expiresAt, urgency, event } = draft;
  if (recipient.kind === 'nobody') return [];
  const { kind: recipientKind, id } = recipient;
  return chains.flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : {
          id: randomUUID(),
          noticeId,
          recipientKind,
          recipient: id,
          dossierId: subject.dossier?.id ?? null,
          unit: subject.unit,
          path: subject.path,
          channels: [first, ...others],
          urgent: urgency === 'high',
          template,
          templateVersion,
          language,
          variables,
          ...(event === undefined ? {} : { event }),
          notBefore: new Date(sendAt),
          expiresAt: new Date(expiresAt),
        },
  );
}
