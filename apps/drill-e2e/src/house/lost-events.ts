import { waitFor } from '@motcua/testing';
import { runMotcua } from '@motcua/testing/stack';
import type { House } from './house.ts';

/** As `motcua relay compare --json` lists it: in Kafka, and not in the database. */
export interface LostEvent {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly eventId: string | null;
  readonly type: string | null;
  readonly version: number | null;
}

interface Comparison {
  readonly schema: string;
  readonly agreements: readonly { readonly topic: string; readonly agrees: boolean }[];
  readonly lost: readonly LostEvent[];
}

/** A relay compares all its topics, and halts with what any of them holds: those of reference data, `ref.…`, have one. */
const toRelay = (topic: string): string => topic.slice(0, topic.indexOf('.'));

/** What the relays found after a restore, as soon as each has compared its topics. */
export function compareStores({ stack }: House): Promise<LostEvent[]> {
  return waitFor(
    async () => {
      const { stdout, stderr } = await runMotcua(stack.home, ['relay', 'compare', '--json']);
      const comparisons: unknown = JSON.parse(stdout);
      if (!isRead(comparisons)) throw new Error(`motcua relay compare: ${stdout}${stderr}`);
      const open = comparisons.flatMap(({ agreements, lost }) =>
        agreements.filter(({ topic, agrees }) => !agrees && !lost.some((one) => toRelay(one.topic) === toRelay(topic))),
      );
      return open.length === 0 ? comparisons.flatMap(({ lost }) => lost) : undefined;
    },
    { describe: 'each relay to compare the log with its table', timeoutMs: 60_000, intervalMs: 500 },
  );
}

/** An object says why it could not read them. */
const isRead = (printed: unknown): printed is Comparison[] => Array.isArray(printed);

/** @throws with what the command said, where it did not */
export async function settleStores({ stack }: House): Promise<void> {
  const { code, stdout, stderr } = await runMotcua(stack.home, ['relay', 'settle', 'all']);
  if (code !== 0) throw new Error(`motcua relay settle all: ${stdout}${stderr}`);
}

/** One record of one log: an offset that is given out again is another one. */
export const toVoidKey = (topic: string, partition: number, offset: string | number, eventId: string | null): string =>
  `${topic}/${partition}/${offset}/${eventId ?? ''}`;
