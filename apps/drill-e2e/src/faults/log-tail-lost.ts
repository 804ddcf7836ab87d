import { cutLog, waitFor } from '@motcua/testing';
import { runMotcua } from '@motcua/testing/stack';
import { join } from 'node:path';
import type { House } from '../house/house.ts';
import type { Fault } from './fault.ts';

const topics = ['dossier.events.v1', 'sla.events.v1', 'digitization.events.v1', 'ratings.events.v1'];
const LEAST_BATCHES = 3;
const MOST_BATCHES = 40;

/**
 * Kafka dies and comes back without the end of a topic, which it had acknowledged. Its relay notices by itself, at rest too, and publishes again; nobody
 * helps it. What has read beyond the end is made whole by the command that it names.
 */
export const logTailLost: Fault = {
  name: 'log without its tail',
  targets: topics,
  on: 'everything',
  lastsMs: [5_000, 10_000],
  isLong: true,
  async inject(house, topic, random) {
    const batches = LEAST_BATCHES + Math.floor(random() * (MOST_BATCHES - LEAST_BATCHES));
    await house.kafka.die();
    const gone = await cutLog(join(house.folder, 'kafka', 'data'), topic, batches);
    await house.kafka.comeBack();
    house.logGeneration += 1;
    return { times: () => gone, heal: () => rebuildAll(house) };
  },
};

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
