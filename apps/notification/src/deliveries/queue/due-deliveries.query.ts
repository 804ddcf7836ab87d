import type { Job } from '@motcua/queue';
import type { Pool } from 'pg';
import type { ChannelName } from '../../channels/channel.port.ts';
import { isInTurn } from './in-turn.ts';

const due = {
  name: 'due-deliveries',
  text: `
SELECT id, urgent FROM notification.delivery d
WHERE channel = $1 AND state = 'pending' AND not_before <= notification.clock_now()
  AND (retry_at IS NULL OR retry_at <= clock_timestamp()) AND ${isInTurn}
ORDER BY urgent DESC, not_before
LIMIT $2`,
};

const lost = {
  name: 'lost-deliveries',
  text: `
SELECT id, urgent FROM notification.delivery
WHERE channel = $1 AND state = 'sending' AND lease_until <= clock_timestamp()
ORDER BY lease_until
LIMIT $2`,
};

/** Deliveries of a channel that somebody should be sending now: due, or begun by a sender that is not heard of any more. */
export async function listDueDeliveries(pool: Pool, channel: ChannelName, most: number): Promise<Job[]> {
  const values = [channel, most];
  const [{ rows: left }, { rows: waiting }] = await Promise.all([
    pool.query<{ id: string; urgent: boolean }>({ ...lost, values }),
    pool.query<{ id: string; urgent: boolean }>({ ...due, values }),
  ]);
  return [...left, ...waiting];
}

export interface DueJob extends Job {
  readonly channel: ChannelName;
}

/** Of these, those that are due already, with the channel each is at. */
export async function findDueDeliveries(pool: Pool, ids: readonly string[]): Promise<DueJob[]> {
  const { rows } = await pool.query<DueJob>({
    name: 'find-due-deliveries',
    text: `
SELECT id, urgent, channel FROM notification.delivery d
WHERE id = ANY ($1::uuid[]) AND state = 'pending' AND not_before <= notification.clock_now()
  AND (retry_at IS NULL OR retry_at <= clock_timestamp()) AND ${isInTurn}`,
    values: [ids],
  });
  return rows;
}

const expire = {
  name: 'expire-deliveries',
  text: `
WITH over AS (
  SELECT id FROM notification.delivery
  WHERE state = 'pending' AND expires_at <= notification.clock_now()
  ORDER BY expires_at LIMIT $1
  FOR UPDATE SKIP LOCKED
)
UPDATE notification.delivery d
SET state = 'expired', reason = coalesce(d.reason, 'expired'), retry_at = NULL, updated_at = notification.clock_now()
FROM over WHERE d.id = over.id
RETURNING d.channel`,
};

/** What was not sent in its time is not sent any more. @returns the channels they were at */
export async function expireDeliveries(pool: Pool, most: number): Promise<ChannelName[]> {
  const { rows } = await pool.query<{ channel: ChannelName }>({ ...expire, values: [most] });
  return rows.map(({ channel }) => channel);
}
