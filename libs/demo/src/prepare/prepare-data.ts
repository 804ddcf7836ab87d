import { setTimeout as delay } from 'node:timers/promises';
import { type Progress, CliError, formatCount } from '@motcua/terminal';
import { getServiceHealth } from '@motcua/client/services';
import type { DemoParts, LoadOptions } from './demo-parts.ts';
import { findScenarioRecord, getStoreIdentity, type ScenarioRecord, writeScenarioRecord } from '@motcua/stack/run';
import type { StackConnection, StackPaths } from '@motcua/stack';

export interface DataPreparation {
  readonly paths: StackPaths;
  readonly stack: StackConnection;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly parts: Pick<
    DemoParts,
    | 'seedReference'
    | 'addClocks'
    | 'addStaff'
    | 'addReasons'
    | 'seedNotices'
    | 'isScenarioLoaded'
    | 'loadScenario'
    | 'completeScenario'
  >;
}

const PROJECTION = 'kpi-aggregator';
const PROJECTION_TIMEOUT_MS = 180_000;

/** Puts units, procedures, calendars, rule sets and staff into a store that never had them; what was changed since stays as it is. */
export async function prepareReference({ paths, stack, progress, parts }: DataPreparation): Promise<void> {
  let record = await findRecord(paths, stack);
  if (record.referenceSeededAt === undefined) {
    await progress.step('reference data', () => parts.seedReference({ stack }));
    record = { ...record, referenceSeededAt: now(), clocksSeededAt: now(), staffSeededAt: now(), reasonsSeededAt: now() };
    await writeScenarioRecord(paths, record);
  }
  // Reasons first: a store of an earlier version has none, and until they are there dossier-intake answers nothing else.
  if (record.reasonsSeededAt === undefined) {
    await progress.step('reasons of commands', () => parts.addReasons({ stack }));
    record = { ...record, reasonsSeededAt: now() };
    await writeScenarioRecord(paths, record);
  }
  if (record.clocksSeededAt !== undefined) return;
  await progress.step('clocks of the rule sets', () => parts.addClocks({ stack }));
  await writeScenarioRecord(paths, { ...record, clocksSeededAt: now() });
}

/** Puts addresses of staff, notification rules and targets into a store that never had them: before the scenario, whose alerts need somebody to tell. */
export async function prepareNotices({ paths, stack, progress, parts }: DataPreparation): Promise<void> {
  let record = await findRecord(paths, stack);
  if (record.noticesSeededAt === undefined) {
    await progress.step('staff and notification rules', () => parts.seedNotices({ stack }));
    record = { ...record, noticesSeededAt: now() };
    await writeScenarioRecord(paths, record);
  }
  // Of a store of an earlier version, whose staff notification alone knows.
  if (record.staffSeededAt !== undefined) return;
  await progress.step('staff', () => parts.addStaff({ stack }));
  await writeScenarioRecord(paths, { ...record, staffSeededAt: now() });
}

/** Loads the scenario into a store that has none and waits until the board shows all of it. */
export async function prepareScenario(preparation: DataPreparation): Promise<void> {
  const { paths, stack, progress, parts, signal } = preparation;
  let record = await findRecord(paths, stack);
  const load = (title: string, work: (options: LoadOptions) => Promise<unknown>): Promise<unknown> =>
    progress.step(title, (say) => {
      const onProgress: LoadOptions['onProgress'] = ({ what, done, total }) => {
        signal.throwIfAborted();
        say(`${formatCount(done)} of ${formatCount(total)} ${what}`);
      };
      return work({ stack, onProgress });
    });
  if (record.scenarioLoadedAt === undefined) {
    const isLoaded = await parts.isScenarioLoaded({ stack });
    if (!isLoaded) await load('the Thanh Ba scenario', (options) => parts.loadScenario(options));
    record = { ...record, scenarioLoadedAt: now(), ...(isLoaded ? {} : { documentsLoadedAt: now() }) };
    await writeScenarioRecord(paths, record);
  }
  if (record.documentsLoadedAt === undefined) {
    record = await complete(preparation, record, () =>
      load('the rest of the Thanh Ba scenario', (options) => parts.completeScenario(options)),
    );
  }
  if (record.projectedAt !== undefined) return;
  await progress.step('projecting', (say) => awaitProjection(stack, { say, signal }));
  await writeScenarioRecord(paths, { ...record, projectedAt: now() });
}

/**
 * Of a store whose dossiers an earlier version loaded, or a start that was broken off. Where nobody can take the documents any more, that
 * is said, here and by `motcua status`, and tried again at the next start; everything else goes on.
 */
async function complete(
  { paths, progress }: DataPreparation,
  record: ScenarioRecord,
  load: () => Promise<unknown>,
): Promise<ScenarioRecord> {
  try {
    await load();
  } catch (error) {
    if (!(error instanceof CliError) || error.code !== 'scenario.refused') throw error;
    progress.warn(error.message);
    return record;
  }
  const { projectedAt: _before, ...rest } = record;
  const added = { ...rest, documentsLoadedAt: now() };
  await writeScenarioRecord(paths, added);
  return added;
}

async function awaitProjection(
  { services }: StackConnection,
  { say, signal }: { say: (detail: string) => void; signal: AbortSignal },
): Promise<void> {
  const deadline = Date.now() + PROJECTION_TIMEOUT_MS;
  for (;;) {
    const { ready, reasons, lag } = await getServiceHealth(services[PROJECTION] ?? { url: '' });
    if (ready && lag === 0) return;
    if (Date.now() > deadline) {
      const seen = lag === undefined ? `its lag is unknown (${reasons.join('; ')})` : `${lag} events to go`;
      throw new CliError({
        code: 'stack.not-projected',
        message: `${PROJECTION} has not caught up: ${seen}.`,
        hint: 'motcua dlq list',
      });
    }
    say(lag === undefined ? 'waiting' : `${formatCount(lag)} events to go`);
    await delay(100, undefined, { signal });
  }
}

async function findRecord(paths: StackPaths, stack: StackConnection): Promise<ScenarioRecord> {
  return findScenarioRecord(paths, await getStoreIdentity(stack.postgresUrl));
}

const now = (): string => new Date().toISOString();
