import type { DeliveryAttempt, DeliveryView } from '@motcua/contracts';

interface Queries {
  query<Row extends object>(statement: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** A delivery as the proof shows it, from a row `d` of notification.delivery. */
export const deliveryColumns = `
  d.id, d.notice_id AS "noticeId", d.channel, d.state, d.reason, d.overtaken_by AS "overtakenBy", d.template AS "templateId", d.template_version AS "templateVersion",
  d.language, d.not_before AS "notBefore", d.expires_at AS "expiresAt", d.created_at AS "createdAt"`;

/** Attempts, and what providers said afterwards: a callback is a line of its own. */
export const attemptsLateral = `
LEFT JOIN LATERAL (
  SELECT jsonb_agg(jsonb_build_object('at', at, 'channel', channel, 'outcome', outcome, 'answer', answer) ORDER BY at, rank) AS attempts
  FROM (
    SELECT at, channel, outcome, answer, n AS rank FROM notification.delivery_attempt WHERE delivery_id = d.id
    UNION ALL
    SELECT at, channel, CASE outcome WHEN 'delivered' THEN 'delivered' ELSE 'refused' END, answer, 1000000
    FROM notification.delivery_callback WHERE delivery_id = d.id
  ) line
) lines ON true`;

export interface DeliveryRow {
  readonly id: string;
  readonly noticeId: string;
  readonly channel: DeliveryView['channel'];
  readonly state: DeliveryView['state'];
  readonly reason: string | null;
  readonly overtakenBy: string | null;
  readonly templateId: string;
  readonly templateVersion: number;
  readonly language: DeliveryView['language'];
  readonly notBefore: Date;
  readonly expiresAt: Date;
  readonly createdAt: Date;
  readonly attempts: (DeliveryAttempt & { at: string })[] | null;
}

export function toDeliveryView(row: DeliveryRow): DeliveryView {
  const {
    id,
    channel,
    state,
    reason,
    overtakenBy,
    templateId,
    templateVersion,
    language,
    notBefore,
    expiresAt,
    createdAt,
    attempts,
  } = row;
  return {
    id,
    channel,
    state,
    attempts: (attempts ?? []).map(({ at, ...attempt }) => ({ ...attempt, at: new Date(at).toISOString() })),
    reason,
    overtakenBy,
    templateId,
    templateVersion,
    language,
    // What could go out at once did not wait for anything.
    notBefore: notBefore > createdAt ? notBefore.toISOString() : null,
    expiresAt: expiresAt.toISOString(),
  };
}

/** How some notices went out, by notice; a notice without deliveries is not in it. */
export async function readDeliveries(database: Queries, noticeIds: readonly string[]): Promise<Map<string, DeliveryView[]>> {
  const rows = await database.query<DeliveryRow>(
    `SELECT ${deliveryColumns}, lines.attempts FROM notification.delivery d ${attemptsLateral}
     WHERE d.notice_id = ANY ($1::uuid[]) ORDER BY d.created_at, d.id`,
    [noticeIds],
  );
  const byNotice = new Map<string, DeliveryView[]>();
  for (const row of rows) byNotice.set(row.noticeId, [...(byNotice.get(row.noticeId) ?? []), toDeliveryView(row)]);
  return byNotice;
}
