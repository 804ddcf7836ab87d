import { cutLog, waitFor } from '@motcua/testing';
import { runMotcua } from '@motcua/testing/stack';
import { join } from 'node:path';
import type { House } from '../house/house.ts';
import { signal } from '../house/processes.ts';
import type { Fault } from './fault.ts';
import { untilReplaced } from './service-faults.ts';

/** Whose relay publishes each topic. */
const writers: Readonly<Record<string, string>> = {
  'dossier.events.v1': 'dossier-intake',
  'sla.events.v1': 'sla-timer',
  'digitization.events.v1': 'digitization-tracker',
  'ratings.events.v1': 'dossier-intake',
};
const LEAST_BATCHES = 3;
const MOST_BATCHES = 40;

/**
 * Kafka dies and comes back without the end of a topic, which it had acknowledged. A relay notices with its next event, or where its service begins
 * anew, and publishes again: one at rest is begun anew, as by an operator. What has read beyond the end is made whole by the command that it names.
 */
export const logTailLost: Fault = {
  name: 'log without its tail',
  targets: Object.keys(writers),
  on: 'everything',
  lastsMs: [5_000, 10_000],
  isLong: true,
  async inject(house, topic, random) {
    const batches = LEAST_BATCHES + Math.floor(random() * (MOST_BATCHES - LEAST_BATCHES));
    await house.kafka.die();
    const gone = await cutLog(join(house.folder, 'kafka', 'data'), topic, batches);
    await house.kafka.comeBack();
    house.logGeneration += 1;
    return { times: () => gone, heal: () => makeWhole(house, writers[topic] ?? '') };
  },
};

async function makeWhole(house: House, writer: string): Promise<void> {
  const pid = await house.pidOf(writer);
  signal(pid, 'SIGTERM');
  await untilReplaced(house, writer, pid);
  await rebuildAll(house);
}

/** As an operator does, again until everybody has been reached. */
async function rebuildAll({ stack }: House): Promise<void> {
  let said = '';
  const isRebuilt = async (): Promise<boolean> => {
    const { code, stdout, stderr } = await runMotcua(stack.home, ['rebuild', 'all', '--json']);
    said = `${stdout}${stderr}`;
    return code === 0;
  };
  await waitFor(isRebuilt, { describe: 'all to be rebuilt', timeoutMs: 90_000, intervalMs: 1_000 }).catch((error: unknown) => {
    throw new Error(`motcua rebuild all: ${said}`, { cause: error });
  });
}
