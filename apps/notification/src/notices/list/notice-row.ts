import type { DeliveryView, Notice } from '@motcua/contracts';

/** A row of `notification.notice` as lists read it. */
export interface NoticeRow {
  readonly id: string;
  readonly position: string;
  readonly event: string;
  readonly event_id: string;
  readonly rule: string;
  readonly audience: Notice['audience'];
  readonly recipient_kind: Notice['recipient']['kind'];
  readonly recipient: string;
  readonly why: string | null;
  readonly dossier_id: string | null;
  readonly code: string | null;
  readonly source_code: string | null;
  readonly unit: string;
  readonly path: string[];
  readonly time_zone: string;
  readonly template: string;
  readonly class: Notice['class'];
  readonly urgency: Notice['urgency'];
  readonly created_at: Date;
  readonly folded_into: string | null;
  readonly read_at: Date | null;
}

export const noticeColumns = [
  'id, position, event, event_id, rule, audience, recipient_kind, recipient, why, dossier_id, code, source_code, unit, path',
  'time_zone, template, class, urgency, created_at, folded_into, read_at',
].join(', ');

export function toNotice(row: NoticeRow, deliveries: readonly DeliveryView[]): Notice {
  return {
    id: row.id,
    event: row.event,
    eventId: row.event_id,
    rule: row.rule,
    audience: row.audience,
    recipient: { kind: row.recipient_kind, id: row.recipient },
    why: row.why,
    class: row.class,
    dossierId: row.dossier_id,
    code: row.code,
    sourceCode: row.source_code,
    unit: row.unit,
    template: row.template,
    urgency: row.urgency,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    timeZone: row.time_zone,
    coalescedInto: row.folded_into,
    deliveries: [...deliveries],
  };
}
