import { toColumns } from '@motcua/postgres';
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

/** A transaction of whichever kind. */
interface Queries {
  query(statement: string, parameters?: readonly unknown[]): Promise<unknown>;
}

const insert = `
INSERT INTO notification.delivery
  (id, notice_id, recipient_kind, recipient, dossier_id, unit, path, channels, channel, urgent, template, template_version, language,
   variables, event, state, not_before, expires_at)
SELECT id, notice_id, recipient_kind, recipient, dossier_id, unit, ARRAY(SELECT jsonb_array_elements_text(path)),
       ARRAY(SELECT jsonb_array_elements_text(channels)), channels ->> 0, urgent, template, template_version, language, variables, event,
       'pending', not_before, expires_at
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::jsonb[], $8::jsonb[], $9::boolean[], $10::text[],
            $11::integer[], $12::text[], $13::jsonb[], $14::jsonb[], $15::timestamptz[], $16::timestamptz[])
  AS t(id, notice_id, recipient_kind, recipient, dossier_id, unit, path, channels, urgent, template, template_version, language,
       variables, event, not_before, expires_at)
ON CONFLICT (id) DO NOTHING`;

/** In the transaction that makes the notices, so that none is made without being sent. One that is there already is left as it is. */
export async function insertDeliveries(transaction: Queries, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  const rows = deliveries.map((delivery) => ({
    ...delivery,
    path: JSON.stringify(delivery.path),
    channels: JSON.stringify(delivery.channels),
    variables: JSON.stringify(delivery.variables),
    event: delivery.event === undefined ? null : JSON.stringify(delivery.event),
    notBefore: delivery.notBefore.toISOString(),
    expiresAt: delivery.expiresAt.toISOString(),
  }));
  await transaction.query(
    insert,
    toColumns(rows, [
      'id',
      'noticeId',
      'recipientKind',
      'recipient',
      'dossierId',
      'unit',
      'path',
      'channels',
      'urgent',
      'template',
      'templateVersion',
      'language',
      'variables',
      'event',
      'notBefore',
      'expiresAt',
    ]),
  );
}
