import type { IncomingMessage } from '../client/kafka-client.port.ts';

/**
 * What happens to a key once one of its messages is parked.
 * - `continue`: later messages are applied as if nothing had happened.
 * - `supersede`: likewise, and they mark the parked one superseded (each message carries the whole state).
 * - `hold`: later messages of the key are parked too until the first is replayed or dropped (order matters: timers, notices).
 */
export type AfterParking = 'continue' | 'supersede' | 'hold';

/** What is known of a message that lies parked. */
export type ParkedMessage = Pick<IncomingMessage, 'topic' | 'key' | 'value'>;

/** One for all messages; or told by the parked one, where some say what no later one repeats: those hold, the others are superseded. */
export type AfterParkingRule = AfterParking | ((message: ParkedMessage) => 'supersede' | 'hold');

/** Whether later messages of its key wait behind this one. */
export const holdsKey = (rule: AfterParkingRule, message: ParkedMessage): boolean =>
  (typeof rule === 'function' ? rule(message) : rule) === 'hold';

export const mayHoldKeys = (rule: AfterParkingRule): boolean => rule === 'hold' || typeof rule === 'function';
export const maySupersede = (rule: AfterParkingRule): boolean => rule === 'supersede' || typeof rule === 'function';
