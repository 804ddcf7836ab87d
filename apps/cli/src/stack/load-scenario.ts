import { type DataPreparation, prepareScenario } from '@motcua/demo';
import type { Progress } from '@motcua/terminal';

/**
 * Loads the scenario beside a running stack; answers whether all of it is there. Where somebody looks, a failure is said and the stack stays:
 * what came can be seen, and the next start adds the rest. In the background it ends the start, for the caller waits for the whole.
 */
export async function loadScenario(preparation: DataPreparation, { isWatched }: { isWatched: boolean }): Promise<boolean> {
  const { progress, signal } = preparation;
  try {
    await prepareScenario(preparation);
    return true;
  } catch (error) {
    if (signal.aborted || !isWatched) throw error;
    warnIncomplete(progress, error);
    return false;
  }
}

function warnIncomplete(progress: Pick<Progress, 'warn'>, error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  progress.warn(
    `The scenario is not complete: ${why} The stack stays, its figures are of what came; the next start adds the rest.`,
  );
}
