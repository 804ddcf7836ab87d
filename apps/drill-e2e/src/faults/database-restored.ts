import { waitFor } from '@motcua/testing';
import { setTimeout as rest } from 'node:timers/promises';
import type { House } from '../house/house.ts';
import { compareStores, settleStores, toVoidKey } from '../house/lost-events.ts';
import { RestorePoint } from '../house/restore-point.ts';
import { readEvents } from '../observe/read-log.ts';
import { TopicReader } from '../observe/topic-reader.ts';
import { checkTold, type LostCommands } from '../oracle/check-told.ts';
import { resolveIds } from '../oracle/resolve.ts';
import type { Violation } from '../oracle/violation.ts';
import type { Fault } from './fault.ts';

const TOPIC = 'dossier.events.v1';
const AFTERWARDS_MS = 1_000;

/**
 * PostgreSQL is restored to a moment some seconds ago. Counters are shut at that moment and at the restore, so that each command was acknowledged
 * before or after it: what was acknowledged after is lost by design, has to be told, all of it, and is settled as an operator does.
 */
export const databaseRestored: Fault = {
  name: 'database restored to a moment',
  targets: ['postgres'],
  on: 'everything',
  lastsMs: [12_000, 16_000],
  isLong: true,
  async inject(house, _target, random, clients) {
    const point = await RestorePoint.prepare(house);
    await rest(4_000 + random() * 6_000);
    const open = await clients.doors.shut();
    const note = clients.record.note();
    // Whatever fails here, nobody waits before shut doors for ever.
    await point.mark().finally(open);
    let reopen = (): void => undefined;
    let since: LostCommands[] = [];
    let violations: Violation[] = [];
    return {
      times: async () => {
        reopen = await clients.doors.shut();
        try {
          since = clients.record.returnTo(note);
          await untilPublished(house, since);
          await point.restore();
        } catch (error) {
          reopen();
          throw error;
        }
        return since.reduce((sum, { lost }) => sum + lost.length, 0);
      },
      heal: async () => {
        try {
          violations = await settle(house, since);
        } finally {
          reopen();
        }
      },
      violations: () => violations,
    };
  },
};

/** What Kafka does not have cannot be told. */
async function untilPublished(house: House, since: readonly LostCommands[]): Promise<void> {
  const reader = new TopicReader(house.kafka.running.brokers, TOPIC);
  const isThere = async (): Promise<boolean> => {
    await reader.readOn();
    const events = readEvents(reader.records);
    const idOf = resolveIds(events);
    const logged = new Set(events.map(({ dossierId, version }) => `${dossierId} ${version}`));
    return since.every(({ dossier, lost }) => lost.every(({ version }) => logged.has(`${idOf(dossier) ?? ''} ${version}`)));
  };
  await waitFor(isThere, { describe: 'all commands to be published', timeoutMs: 30_000, intervalMs: 300 });
  // And what the product does because of them.
  await rest(AFTERWARDS_MS);
}

async function settle(house: House, since: readonly LostCommands[]): Promise<Violation[]> {
  const told = await compareStores(house);
  const reader = new TopicReader(house.kafka.running.brokers, TOPIC);
  await reader.readOn();
  const idOf = resolveIds(readEvents(reader.records));
  const violations = checkTold(
    since,
    told.filter(({ topic }) => topic === TOPIC),
    idOf,
  );
  for (const { topic, partition, offset, eventId } of told) house.void.add(toVoidKey(topic, partition, offset, eventId));
  await settleStores(house);
  return violations;
}
