import type { Pool } from 'pg';
import type { ChannelName } from '../../channels/channel.port.ts';
import type { NewDelivery } from './insert-deliveries.ts';
import { isInTurn } from './in-turn.ts';

/** A delivery that is ours to send until the lease is over. */
export interface ClaimedDelivery extends Omit<NewDelivery, 'path' | 'urgent' | 'notBefore' | 'expiresAt' | 'channels' | 'event'> {
  readonly channels: readonly ChannelName[];
  readonly channel: ChannelName;
  readonly event: unknown;
  /** Number of this attempt, and how many of them by this channel. */
  readonly attempt: number;
  readonly channelAttempts: number;
}

/**
 * Takes deliveries that are due, or whose sender has not been heard of since his lease ran out; of those, the lost attempt is noted.
 * One that is over by then ends as `expired` for the reason `sender-lost`, and one that is untrue by then as `overtaken`: it may have gone
 * out, and nobody has said so. One whose turn it is not stays as it is.
 * Who comes second finds another state and gets nothing: that is what makes a doubled job harmless.
 */
const claim = {
  name: 'claim-deliveries',
  text: `
WITH due AS (
  SELECT id, state = 'sending' AS was_lost, attempts, channel,
         CASE WHEN overtaken_by IS NOT NULL THEN 'overtaken' WHEN expires_at <= notification.clock_now() THEN 'expired' END AS ended
  FROM notification.delivery d
  WHERE id = ANY ($1::uuid[]) AND channel = $2
    AND (state = 'pending' AND not_before <= notification.clock_now() AND (retry_at IS NULL OR retry_at <= clock_timestamp())
         AND ${isInTurn}
      OR state = 'sending' AND lease_until <= clock_timestamp())
  FOR UPDATE SKIP LOCKED
), lost AS (
  INSERT INTO notification.delivery_attempt (delivery_id, n, channel, at, outcome, reason, answer)
  SELECT id, attempts, channel, notification.clock_now(), 'retry', 'sender-lost', 'no answer: the sender ended before it came'
  FROM due WHERE was_lost
  ON CONFLICT (delivery_id, n) DO NOTHING
)
UPDATE notification.delivery d
SET state            = coalesce(ended, 'sending'),
    reason           = CASE WHEN ended IS NULL THEN d.reason WHEN was_lost THEN 'sender-lost' ELSE coalesce(d.reason, ended) END,
    attempts         = d.attempts + CASE WHEN ended IS NULL THEN 1 ELSE 0 END,
    channel_attempts = d.channel_attempts + CASE WHEN ended IS NULL THEN 1 ELSE 0 END,
    lease_until      = CASE WHEN ended IS NULL THEN clock_timestamp() + $3 * interval '1 millisecond' END,
    retry_at         = NULL,
    updated_at       = notification.clock_now()
FROM due
WHERE d.id = due.id
RETURNING d.id, d.state, d.notice_id AS "noticeId", d.recipient_kind AS "recipientKind", d.recipient, d.dossier_id AS "dossierId",
          d.unit, d.channels, d.channel, d.template, d.template_version AS "templateVersion", d.language, d.variables, d.event,
          d.attempts AS attempt, d.channel_attempts AS "channelAttempts"`,
};

type Claimed = ClaimedDelivery & { readonly state: 'sending' | 'expired' | 'overtaken' };

/** @returns for each id, in their order, the delivery where it is ours now; an id asked for twice is given once */
export async function claimDeliveries(
  pool: Pool,
  channel: ChannelName,
  leaseMs: number,
  ids: readonly string[],
): Promise<(ClaimedDelivery | undefined)[]> {
  const { rows } = await pool.query<Claimed>({ ...claim, values: [[...new Set(ids)], channel, leaseMs] });
  const ours = new Map(rows.filter(({ state }) => state === 'sending').map((row) => [row.id, row]));
  return ids.map((id) => {
    const delivery = ours.get(id);
    ours.delete(id);
    return delivery;
  });
}
