import type { Board } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { Office, type RunningStack } from '@motcua/testing/stack';

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
  const reader = await Office.open(stack, 'admin');
  for (const [index, victim] of victims.entries()) {
    const point = points[index] ?? 0;
    await waitFor(async () => (await countReceived(reader)) >= point, {
      timeoutMs: 300_000,
      intervalMs: 100,
      describe: `${Math.round(point)} cases projected before ${victim} is killed`,
    });
    await stack.kill(victim);
    kills[victim] = (kills[victim] ?? 0) + 1;
  }
  return kills;
}

/** Cases on the board now; 0 while the data set is not yet known. Asked over HTTP: a command each time would take a core from the import. */
async function countReceived(reader: Office): Promise<number> {
  const { status, body } = await reader.find('/v1/board?unit=boston&from=2015-01-01&to=2015-12-31');
  return status === 200 ? ((body as Board).rows[0]?.indicators['received']?.value ?? 0) : 0; // As its contract says.
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [shuffled[index], shuffled[other]] = [shuffled[other] as T, shuffled[index] as T];
  }
  return shuffled;
}
