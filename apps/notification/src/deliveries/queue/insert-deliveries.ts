import { createBulkInsert, jsonColumn, textListColumn, type Queryable } from '@motcua/postgres';
import type { ChannelName } from '../../channels/channel.port.ts';

/** One chain of channels for one notice. Nothing in it says how its recipient is reached: that is asked when it is sent. */
export interface NewDelivery {
  readonly id: string;
  readonly noticeId: string;
  readonly recipientKind: 'staff' | 'applicant' | 'webhook';
  /** Staff id, `applicant`, or subscription id. */
  readonly recipient: string;
  /** An applicant is reached through his dossier. */
  readonly dossierId: string | null;
  /** Responsible unit and its path from the root: who may see it. */
  readonly unit: string;
  readonly path: readonly string[];
  /** In the order of fallback; each at most once. */
  readonly channels: readonly [ChannelName, ...ChannelName[]];
  readonly urgent: boolean;
  readonly template: string;
  readonly templateVersion: number;
  readonly language: 'vi' | 'en';
  /** What the template is filled with; no personal data. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of `webhook`: the CloudEvent that is passed on. */
  readonly event?: unknown;
  /** On the service's clock. */
  readonly notBefore: Date;
  readonly expiresAt: Date;
}

const insert = createBulkInsert({
  into: 'notification.delivery',
  columns: {
    id: 'uuid',
    notice_id: 'uuid',
    recipient_kind: 'text',
    recipient: 'text',
    dossier_id: 'uuid',
    unit: 'text',
    path: textListColumn,
    channels: textListColumn,
    channel: 'text',
    urgent: 'boolean',
    template: 'text',
    template_version: 'integer',
    language: 'text',
    variables: jsonColumn,
    event: jsonColumn,
    state: 'text',
    not_before: 'timestamptz',
    expires_at: 'timestamptz',
  },
  key: ['id'],
  ifThere: 'keep',
  order: 'given',
});

/** In the transaction that makes the notices, so that none is made without being sent. One that is there already is left as it is. */
export async function insertDeliveries(transaction: Queryable, deliveries: readonly NewDelivery[]): Promise<void> {
  await insert(transaction, deliveries.map(toRow));
}

const toRow = (delivery: NewDelivery) => ({
  id: delivery.id,
  notice_id: delivery.noticeId,
  recipient_kind: delivery.recipientKind,
  recipient: delivery.recipient,
  dossier_id: delivery.dossierId,
  unit: delivery.unit,
  path: JSON.stringify(delivery.path),
  channels: JSON.stringify(delivery.channels),
  channel: delivery.channels[0],
  urgent: delivery.urgent,
  template: delivery.template,
  template_version: delivery.templateVersion,
  language: delivery.language,
  variables: JSON.stringify(delivery.variables),
  event: delivery.event === undefined ? null : JSON.stringify(delivery.event),
  state: 'pending',
  not_before: delivery.notBefore.toISOString(),
  expires_at: delivery.expiresAt.toISOString(),
});
