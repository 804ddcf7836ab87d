import { waitFor } from '@motcua/testing';
import { listAgreements, listLostEvents, type Relay } from '../index.ts';
import type { RestorableHouse } from './restorable-house.ts';

export const untilState = (relay: Relay, state: string) =>
  waitFor(() => relay.status().state === state, { describe: `the relay to be ${state}`, timeoutMs: 20_000 });

/** `key version type` of what Kafka has and the table has not. */
export const listLost = async ({ pool }: RestorableHouse) =>
  (await listLostEvents(pool, 'intake')).map(({ key, version, type }) => `${key} ${version ?? ''} ${type ?? ''}`);

/** Whether the log of its topic was compared on the present timeline. */
export const agrees = async ({ pool }: RestorableHouse) => (await listAgreements(pool, 'intake')).map((one) => one.agrees);

/** Two dossiers that run, everywhere. */
export async function begin(house: RestorableHouse): Promise<void> {
  const relay = house.startRelay();
  await house.startClocks();
  await untilState(relay, 'active');
  await house.change('a', 'received');
  await house.change('b', 'received');
  await house.isClockAt({ a: '1 received', b: '1 received' });
}
