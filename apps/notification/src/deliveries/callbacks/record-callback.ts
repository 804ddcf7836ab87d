import type { DeliveryState } from '@motcua/contracts';
import { inTransaction, type Transaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { ChannelName } from '../../channels/channel.port.ts';
import { decideCallback } from './decide-callback.ts';
import type { Change } from '../attempts/decide-attempt.ts';

/** What a provider says of a message after it took it. One of the ids at least. */
export interface ProviderCallback {
  readonly channel: ChannelName;
  /** The provider's id of the message. */
  readonly providerId?: string;
  /** Ours, where the provider repeats it. */
  readonly deliveryId?: string;
  readonly outcome: 'delivered' | 'failed';
  /** Stable code of a failure. */
  readonly reason?: string;
  /** Its own words, masked. */
  readonly answer: string;
}

/** applied: the delivery changed; unchanged: it says what is known or does not matter any more; kept: the answer it follows is not there yet. */
export type CallbackOutcome = 'applied' | 'unchanged' | 'kept';

interface Row {
  readonly channel: ChannelName;
  readonly reference: string;
  readonly outcome: 'delivered' | 'failed';
  readonly reason: string | null;
}

interface Found {
  readonly id: string;
  readonly state: DeliveryState;
  readonly channel: ChannelName;
  readonly channels: ChannelName[];
}

/** Whoever is told that a delivery can go on by its next channel. */
export type Wake = (ids: readonly string[]) => void;

/** The second half of a message's way: from `accepted` to `delivered` or to the next channel. Told twice, or in the wrong order, is the same. */
export class DeliveryCallbacks {
  constructor(
    private readonly pool: Pool,
    private readonly wake: Wake,
  ) {}

  async recordCallback(callback: ProviderCallback): Promise<CallbackOutcome> {
    const { channel, deliveryId, providerId, outcome, reason = null, answer } = callback;
    const reference = deliveryId ?? providerId;
    if (reference === undefined) throw new Error('a callback names the provider’s id or ours');
    return this.#apply({ channel, reference, outcome, reason }, answer);
  }

  /** Those that came before the answer they follow. @returns how many changed something */
  async applyKept(most: number): Promise<number> {
    const { rows } = await this.pool.query<Row>(waiting, [most]);
    let applied = 0;
    for (const row of rows) if ((await this.#apply(row)) === 'applied') applied += 1;
    return applied;
  }

  /** With an answer it is a new one, kept in the same transaction: whoever looks for kept ones does not get in between. */
  async #apply(row: Row, answer?: string): Promise<CallbackOutcome> {
    const done = await inTransaction(this.pool, async (transaction) => {
      if (answer !== undefined) await transaction.execute(keep, [row.channel, row.reference, row.outcome, row.reason, answer]);
      return applyCallback(transaction, row);
    });
    if (done.goesOn !== undefined) this.wake([done.goesOn]);
    return done.outcome;
  }
}

async function applyCallback(
  transaction: Transaction,
  row: Row,
): Promise<{ readonly outcome: CallbackOutcome; readonly goesOn?: string }> {
  const { channel, reference, outcome, reason } = row;
  const [found] = await transaction.query<Found>(uuid.test(reference) ? byDelivery : byProvider, [reference, channel]);
  if (found === undefined) return { outcome: 'kept' };
  const change = decideCallback(found, { channel, outcome, reason: reason ?? 'not-delivered' });
  if (change === 'too-early') return { outcome: 'kept' };
  await transaction.execute(markApplied, [channel, reference, outcome, found.id]);
  if (change === undefined) return { outcome: 'unchanged' };
  await transaction.execute(change.state === 'delivered' ? setDelivered : setGivenUp, toParameters(found.id, channel, change));
  return { outcome: 'applied', ...(change.state === 'pending' ? { goesOn: found.id } : {}) };
}

function toParameters(id: string, channel: ChannelName, change: Change): unknown[] {
  if (change.state === 'delivered') return [id, channel];
  return [id, change.state, 'nextChannel' in change ? change.nextChannel : channel, 'reason' in change ? change.reason : null];
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

const keep = `
INSERT INTO notification.delivery_callback (channel, reference, outcome, reason, answer) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (channel, reference, outcome) DO NOTHING`;

/**
 * Those for which there is something by now. Of one that nothing came for in a day, nothing will; the server's clock, because it
 * measures a provider and not an office.
 */
const waiting = `
SELECT channel, reference, outcome, reason FROM notification.delivery_callback c
WHERE delivery_id IS NULL AND received_at > now() - interval '1 day'
  AND (EXISTS (SELECT FROM notification.delivery_attempt a WHERE a.channel = c.channel AND a.provider_id = c.reference)
    OR EXISTS (SELECT FROM notification.delivery d
               WHERE d.id = CASE WHEN c.reference ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' THEN c.reference::uuid END))
ORDER BY received_at LIMIT $1`;

const found = 'd.id, d.state, d.channel, d.channels';
/** An id of ours that a provider made up itself, in the shape of one, may be its own: both are looked for. */
const byDelivery = `
SELECT ${found} FROM notification.delivery d
WHERE d.id = ($1::text)::uuid AND $2 = ANY (d.channels)
   OR d.id = (SELECT delivery_id FROM notification.delivery_attempt WHERE channel = $2 AND provider_id = $1 LIMIT 1)
FOR UPDATE OF d`;
const byProvider = `
SELECT ${found} FROM notification.delivery d
WHERE d.id = (SELECT delivery_id FROM notification.delivery_attempt WHERE channel = $2 AND provider_id = $1 LIMIT 1)
FOR UPDATE OF d`;

const markApplied = `
UPDATE notification.delivery_callback SET delivery_id = $4 WHERE channel = $1 AND reference = $2 AND outcome = $3`;

const setDelivered = `
UPDATE notification.delivery
SET state = 'delivered', channel = $2, reason = NULL, retry_at = NULL, lease_until = NULL, updated_at = notification.clock_now()
WHERE id = $1`;

const setGivenUp = `
UPDATE notification.delivery
SET state = CASE WHEN $2 = 'pending' AND overtaken_by IS NOT NULL THEN 'overtaken' ELSE $2 END, channel = $3, reason = $4, channel_attempts = CASE WHEN $2 = 'pending' THEN 0 ELSE channel_attempts END,
    retry_at = NULL, updated_at = notification.clock_now()
WHERE id = $1`;
