import type { Board } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { motcuaJson } from '../stack/motcua.ts';
import type { RunningStack } from '../stack/running-stack.ts';

const expectedRows = 36_766;

/**
 * Kills, in an order and at points of progress chosen by `random`: kpi-aggregator three times, dossier-intake (and the relay in
 * it) once, Kafka once. Progress is what the projection shows, so that each kill strikes while batches are under way.
 * Answers how often each was killed.
 */
export async function killWhileImporting(stack: RunningStack, random: () => number): Promise<Record<string, number>> {
  const victims = shuffle(['kpi-aggregator', 'kpi-aggregator', 'kpi-aggregator', 'dossier-intake', 'kafka'], random);
  const points = victims.map((_, index) => ((index + random()) / (victims.length + 1)) * 0.9 * expectedRows);
  const kills: Record<string, number> = {};
  for (const [index, victim] of victims.entries()) {
    const point = points[index] ?? 0;
    await waitFor(async () => (await countReceived(stack.home)) >= point, {
      timeoutMs: 120_000,
      describe: `${Math.round(point)} cases projected before ${victim} is killed`,
    });
    await stack.kill(victim);
    kills[victim] = (kills[victim] ?? 0) + 1;
  }
  return kills;
}

/** Cases on the board now; 0 while the service is away or the data set is not yet known. */
async function countReceived(home: string): Promise<number> {
  try {
    const board = await motcuaJson<Board>(home, 'board', '--unit', 'boston', '--period', '2015-01-01..2015-12-31');
    return board.rows[0]?.indicators['received']?.value ?? 0;
  } catch {
    return 0;
  }
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [shuffled[index], shuffled[other]] = [shuffled[other] as T, shuffled[index] as T];
  }
  return shuffled;
}
