import { DigitizationImportResult, toImportedDossierId, type ArchivedDocument, type LegacyEvent } from '@motcua/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRetryDeadline, waitUntilFollowed, waitUntilPublished } from '@motcua/client/projection';
import { createGatewayClient, type GatewayClient, retryWhileAway } from '@motcua/client';
import type { StackConnection } from '@motcua/stack';
import { CliError } from '@motcua/terminal';
import { createScenarioSource } from '../thanh-ba/scenario-source.ts';
import type { ScenarioWorld } from '../thanh-ba/scenario-world.ts';
import { createScan } from './create-scan.ts';
import { type StoredResult, toScenarioDocuments } from './scenario-documents.ts';
import { uploadScan } from './upload-scan.ts';

const TRACKER = 'digitization-tracker';
/** While a batch is taken, officers' uploads wait. */
const BATCH = 2_000;
const AGAIN_MS = 250;
/** The tracker has said that it is at the end of the log: what it does not know soon, it will never know. */
const UNKNOWN_FOR_MS = 20_000;

export interface SeedDigitization {
  readonly stack: Pick<StackConnection, 'gatewayUrl' | 'createToken' | 'services'>;
  readonly world: ScenarioWorld;
  readonly events: readonly LegacyEvent[];
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
}

/**
 * Sends what was digitized in 2022 through the API, once the tracker has made the checklists, and a few results as files. Resolves when
 * all of it has been published. Repeated, it adds only what is missing.
 */
export async function seedDigitization({ stack, world, events, onProgress }: SeedDigitization): Promise<void> {
  const client = createGatewayClient(stack, { role: 'admin' });
  const source = createScenarioSource(stack);
  const { archived, stored } = toScenarioDocuments(world, events);
  await waitUntilFollowed({ client, name: TRACKER, address: () => stack.services[TRACKER] ?? { url: '' } });
  let done = 0;
  for (let from = 0; from < archived.length; from += BATCH) {
    const batch = archived.slice(from, from + BATCH);
    await sendWhole(source, batch);
    onProgress({ done: (done += batch.length), total: archived.length });
  }
  for (const result of stored) await store(stack, result);
  await waitUntilPublished(client, '/v1/digitization-imports/position');
}

/** A checklist may still be on its way: those lines are sent again. Any other refusal is a mistake of the program. */
async function sendWhole(source: GatewayClient, batch: readonly ArchivedDocument[]): Promise<void> {
  const retryDeadline = createRetryDeadline(UNKNOWN_FOR_MS);
  for (let left = batch; left.length > 0;) {
    const body = { documents: left };
    const answer = await retryWhileAway(() => source.request('/v1/digitization-imports', { method: 'POST', body }));
    const { refused } = DigitizationImportResult.parse(answer);
    const wrong = refused.find(({ code }) => code !== 'dossier.unknown');
    if (wrong !== undefined) throw refusal(`A document (${wrong.sourceCode ?? '?'})`, `${wrong.code} ${wrong.detail}`);
    const waiting = new Set(refused.map(({ index }) => index));
    left = left.filter((_, index) => waiting.has(index));
    retryDeadline.isStill(left.length, () =>
      refusal(
        `${left.length} documents`,
        'digitization-tracker does not know their dossiers. A log that is older than its topic’s seven days is not followed any more; `motcua reset` starts anew.',
      ),
    );
    if (left.length > 0) await sleep(AGAIN_MS);
  }
}

async function store(stack: SeedDigitization['stack'], { dossier, code }: StoredResult): Promise<void> {
  const { unit, source, sourceCode, procedure } = dossier;
  const client = createGatewayClient(stack, { role: 'counter', unit, subject: `${unit}.01` });
  const scan = await createScan([`Kết quả ${code} (thủ tục ${procedure})`, `Hồ sơ ${sourceCode}`]);
  const place = { dossierId: toImportedDossierId(source, sourceCode), part: 'result' as const, code };
  const refused = await retryWhileAway(() => uploadScan(client, place, scan));
  if (refused !== undefined) throw refusal(`The result of ${sourceCode}`, refused.message);
}

const refusal = (what: string, why: string): CliError =>
  new CliError({ code: 'scenario.refused', message: `${what} of the scenario was refused: ${why}` });
