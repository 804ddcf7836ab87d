import { Board, toDossierEventType, type LegacyEvent } from '@motcua/contracts';
import { EventLanes, inImportSession, postEvents } from '@motcua/client/events';
import { waitUntilSettled, waitUntilProjected } from '@motcua/client/projection';
import { createGatewayClient, type GatewayClient } from '@motcua/client';
import type { StackConnection } from '@motcua/stack';
import { CliError } from '@motcua/terminal';
import { seedDigitization } from './digitization/seed-digitization.ts';
import { seedInstitutional } from './institutional/seed-institutional.ts';
import { seedRatings } from './ratings/seed-ratings.ts';
import { readReferenceData } from '../reference/reference-data.ts';
import { createScenarioSource, scenarioUnit } from './thanh-ba/scenario-source.ts';
import { createScenarioWorld } from './thanh-ba/create-world.ts';
import { generateThanhBa, scenarioSource } from './thanh-ba/generate-thanh-ba.ts';
import type { ScenarioWorld } from './thanh-ba/scenario-world.ts';

const SEED = 2022;
const LANES = 2;
const BATCH_SIZE = 2_000;

export interface LoadProgress {
  /** Dossiers begun, or documents told of. */
  readonly what: 'dossiers' | 'documents';
  readonly done: number;
  readonly total: number;
}

interface LoadOptions {
  readonly stack: StackConnection;
  readonly onProgress: (progress: LoadProgress) => void;
}

/**
 * Sends the Thanh Ba scenario (dossiers, ratings, figures of its offices, what was digitized) through the public API and waits until the
 * board shows it. Repeated, it adds only what is missing.
 */
export async function loadScenario(options: LoadOptions): Promise<void> {
  const source = createScenarioSource(options.stack);
  const scenario = await generateScenario();
  // The figures of the offices need no dossier.
  const [session] = await Promise.all([sendDossiers(options, source, scenario.events), seedInstitutional(options)]);
  await sendWhatBelongs(options, scenario);
  // Causes come when the session has ended; then the board must show them too.
  await waitUntilSettled(source, session);
  await waitUntilProjected({ client: createGatewayClient(options.stack, { role: 'admin' }), unit: scenarioUnit });
}

/** Answers the import session by which they came, which is closed. */
async function sendDossiers(options: LoadOptions, source: GatewayClient, events: readonly LegacyEvent[]): Promise<string> {
  const total = events.filter(isFirst).length;
  let done = 0;
  return inImportSession(source, { source: scenarioSource, unit: scenarioUnit }, async (id) => {
    const lanes = new EventLanes<LegacyEvent>({
      lanes: LANES,
      batchSize: BATCH_SIZE,
      async send(batch) {
        await sendWhole(source, batch, id);
        done += batch.filter(isFirst).length;
        options.onProgress({ what: 'dossiers', done, total });
      },
    });
    for (const event of events) await lanes.add(event.data.sourceCode, [event]);
    await lanes.flush();
  });
}

/**
 * Gives a scenario whose dossiers are all there what belongs to it and may be missing: an earlier version knew no documents, or no
 * ratings either, and a start may have been broken off. Waits until the board shows it. Repeated, it adds only what is missing.
 */
export async function completeScenario(options: LoadOptions): Promise<void> {
  const scenario = await generateScenario();
  await Promise.all([sendWhatBelongs(options, scenario), seedInstitutional(options)]);
}

/** Ratings are intake's and documents the tracker's: neither waits for the other. */
async function sendWhatBelongs({ stack, onProgress }: LoadOptions, scenario: Scenario): Promise<void> {
  const report = (progress: Omit<LoadProgress, 'what'>): void => {
    onProgress({ what: 'documents', ...progress });
  };
  await Promise.all([seedRatings({ stack }, scenario.events), seedDigitization({ ...scenario, stack, onProgress: report })]);
  await waitUntilProjected({ client: createGatewayClient(stack, { role: 'admin' }), unit: scenarioUnit });
}

/** Whether all dossiers of the scenario, and all their ends, are on the board. */
export async function isScenarioLoaded({ stack }: { stack: StackConnection }): Promise<boolean> {
  const client = createGatewayClient(stack, { role: 'admin' });
  const query = { unit: scenarioUnit, from: '2022-01-01', to: '2023-12-31' };
  const response = await client.fetch('/v1/board', { query });
  if (!response.ok) return false;
  const indicators = Board.parse(await response.json()).rows[0]?.indicators ?? {};
  const { events } = await generateScenario();
  const isEnough = (indicator: string, names: readonly Parameters<typeof toDossierEventType>[0][]): boolean =>
    (indicators[indicator]?.value ?? 0) >= countDossiersWith(events, names);
  return isEnough('received', ['received']) && isEnough('finished', ['processed', 'stopped']);
}

const isFirst = ({ id }: LegacyEvent): boolean => id.includes('/1-');

interface Scenario {
  readonly world: ScenarioWorld;
  readonly events: readonly LegacyEvent[];
}

async function generateScenario(): Promise<Scenario> {
  const world = createScenarioWorld(await readReferenceData());
  return { world, events: generateThanhBa(world, { seed: SEED }) };
}

function countDossiersWith(events: readonly LegacyEvent[], names: readonly Parameters<typeof toDossierEventType>[0][]): number {
  const types = new Set<string>(names.map(toDossierEventType));
  return events.filter(({ type }) => types.has(type)).length;
}

/** The scenario is ours: a refused event is a mistake of the program, and half a scenario would show wrong figures. */
async function sendWhole(source: GatewayClient, batch: readonly LegacyEvent[], session: string): Promise<void> {
  const { refused } = await postEvents(source, batch, session);
  const [first] = refused;
  if (first === undefined) return;
  const message = `${refused.length} events of the scenario were refused, the first (${first.id ?? '?'}): ${first.code} ${first.message}`;
  throw new CliError({ code: 'scenario.refused', message });
}
