import { toColumns } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { ChannelName, SendResult } from '../../channels/channel.port.ts';
import type { Change } from './decide-attempt.ts';
import { isBehind } from '../queue/in-turn.ts';

/** An attempt that is over, and what becomes of its delivery. */
export interface FinishedAttempt {
  readonly id: string;
  readonly attempt: number;
  readonly channel: ChannelName;
  readonly result: SendResult;
  readonly change: Change;
  /** The language it was written in. */
  readonly language: 'vi' | 'en';
}

/**
 * Notes the attempt, always: it happened. The delivery changes only where this attempt is still its newest: a sender that was thought
 * lost comes too late, and what a callback said meanwhile stays. What became untrue during the attempt is not tried again.
 */
const finish = {
  name: 'finish-attempts',
  text: `
WITH done AS (
  SELECT * FROM unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                       $10::bigint[], $11::text[], $12::text[])
    AS t(id, attempt, channel, outcome, attempt_reason, answer, provider_id, state, next_channel, wait_ms, reason, language)
), noted AS (
  INSERT INTO notification.delivery_attempt (delivery_id, n, channel, at, outcome, reason, answer, provider_id)
  SELECT id, attempt, channel, notification.clock_now(), outcome, attempt_reason, answer, provider_id FROM done
  ON CONFLICT (delivery_id, n) DO UPDATE
  SET at = excluded.at, outcome = excluded.outcome, reason = excluded.reason, answer = excluded.answer, provider_id = excluded.provider_id
)
UPDATE notification.delivery d
SET state            = CASE WHEN done.state = 'pending' AND d.overtaken_by IS NOT NULL THEN 'overtaken' ELSE done.state END,
    channel          = coalesce(done.next_channel, d.channel),
    channel_attempts = CASE WHEN done.next_channel IS NULL THEN d.channel_attempts ELSE 0 END,
    retry_at         = clock_timestamp() + done.wait_ms * interval '1 millisecond',
    lease_until      = NULL,
    provider_id      = done.provider_id,
    reason           = done.reason,
    language         = done.language,
    updated_at       = notification.clock_now()
FROM done
WHERE d.id = done.id AND d.state = 'sending' AND d.attempts = done.attempt
RETURNING d.id, d.state, (
  SELECT next.id FROM notification.delivery next
  WHERE next.state = 'pending' AND ${isBehind('next', 'd')}
  ORDER BY next.position LIMIT 1
) AS next`,
};

const columns = [
  'id',
  'attempt',
  'channel',
  'outcome',
  'attemptReason',
  'answer',
  'providerId',
  'state',
  'nextChannel',
  'waitMs',
  'reason',
  'language',
] as const;

/** What an attempt decided. */
export interface Finished {
  /** The first that waited for this one, where it holds it no longer. */
  readonly next: string | null;
}

/** @returns for each attempt, in their order, what it decided; undefined: nothing, it came too late */
export async function finishAttempts(pool: Pool, attempts: readonly FinishedAttempt[]): Promise<(Finished | undefined)[]> {
  const { rows } = await pool.query<{ id: string; state: string; next: string | null }>({
    ...finish,
    values: toColumns(attempts.map(toRow), columns),
  });
  const decided = new Map(rows.map(({ id, state, next }) => [id, { next: state === 'pending' ? null : next }]));
  return attempts.map(({ id }) => decided.get(id));
}

function toRow({ id, attempt, channel, result, change, language }: FinishedAttempt) {
  return {
    id,
    attempt,
    channel,
    outcome: result.outcome,
    attemptReason: 'reason' in result ? result.reason : null,
    answer: result.answer,
    providerId: 'providerId' in result ? result.providerId : null,
    state: change.state,
    nextChannel: 'nextChannel' in change ? change.nextChannel : null,
    waitMs: 'waitMs' in change ? change.waitMs : null,
    reason: 'reason' in change ? change.reason : null,
    language,
  };
}
