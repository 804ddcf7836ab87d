import type { LegacyEvent } from '@motcua/contracts';
import { createCatalogueClient } from '@motcua/client/catalogue';
import { EventLanes, inImportSession, postEvents } from '@motcua/client/events';
import { waitUntilProjected } from '@motcua/client/projection';
import type { GatewayClient } from '@motcua/client';
import { PublisherVerdicts } from './compare-verdicts.ts';
import { createDossierReader } from './read-dossiers.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportMapping } from './mapping.ts';
import { openRows } from './read-rows.ts';
import { ReferenceRegistry } from './reference-registry.ts';
import type { RejectedRow } from './source-row.ts';
import { toLegacyEvents } from './to-legacy-events.ts';

const LANES = 3;
const BATCH_SIZE = 2000;
/** How many rows are looked through for unknown codes at once. */
const CHUNK_SIZE = 1000;

export type ImportPhase = 'reading' | 'projecting' | 'comparing';

export interface ImportRequest {
  readonly file: string;
  readonly mapping: ImportMapping;
  /** Of an administrator: registers what is new, and reads boards. */
  readonly client: GatewayClient;
  /** Of the legacy system: sends its events. */
  readonly source: GatewayClient;
  /** Epoch milliseconds of the moment for which verdicts are compared. */
  readonly asOf: number;
  readonly onProgress: (stage: ImportPhase, done: number, total: number) => void;
  readonly onRejected: (row: RejectedRow) => void;
}

interface SentEvent {
  readonly event: LegacyEvent;
  readonly line: number;
}

/**
 * Streams a file into the system: rows → events → `POST /v1/events`, then waits until the board shows them and compares the
 * publisher's verdicts. Interrupted or repeated, it adds only what is missing.
 */
export async function importFile(request: ImportRequest): Promise<ImportReport> {
  const { file, mapping, client, source, onProgress } = request;
  const startedAt = performance.now();
  const rows = await openRows(file);
  const registry = new ReferenceRegistry(createCatalogueClient(client), mapping);
  const tally = createTally(request.onRejected);
  const verdicts = new PublisherVerdicts();
  await registry.registerRoot();
  const reader = createDossierReader(mapping, { chunkSize: CHUNK_SIZE, onRejected: tally.reject });
  await inImportSession(source, { source: mapping.source, unit: mapping.root.code }, async (session) => {
    const lanes = new EventLanes<SentEvent>({
      lanes: LANES,
      batchSize: BATCH_SIZE,
      send: (batch) => sendBatch({ source, session, tally, verdicts }, batch),
    });
    for await (const dossiers of reader.read(rows.rows)) {
      await registry.register(dossiers);
      for (const dossier of dossiers) {
        verdicts.note(dossier);
        if (dossier.endedAt !== null && dossier.endedAt < dossier.receivedAt) tally.endedBeforeReceived += 1;
        await lanes.add(
          dossier.sourceCode,
          toLegacyEvents(mapping.source, dossier).map((event) => ({ event, line: dossier.line })),
        );
      }
      onProgress('reading', rows.bytesRead(), rows.bytes);
    }
    await lanes.flush();
  });
  let behind = 0;
  await waitUntilProjected({
    client,
    unit: mapping.root.code,
    onLag: (lag) => {
      behind = Math.max(behind, lag);
      onProgress('projecting', behind - lag, behind);
    },
  });
  const seconds = (performance.now() - startedAt) / 1000;

  onProgress('comparing', 0, 1);
  const scope = { unit: mapping.root.code, timeZone: mapping.root.calendar.timeZone, asOf: request.asOf };
  return {
    rows: reader.rowCount(),
    dossiers: tally.dossiers,
    events: tally.events,
    alreadyThere: tally.alreadyThere,
    rejected: tally.rejected,
    // A channel is not an entry of the catalogue: when nothing was added, none of its values is new either.
    registered: tally.events === 0 ? { ...registry.registered, channels: [] } : registry.registered,
    verdicts: await verdicts.compare(client, scope),
    findings: { endedBeforeReceived: tally.endedBeforeReceived },
    asOf: new Date(request.asOf).toISOString(),
    seconds: Number(seconds.toFixed(3)),
    rowsPerSecond: Math.round(reader.rowCount() / seconds),
  };
}

interface Tally {
  dossiers: number;
  events: number;
  alreadyThere: number;
  endedBeforeReceived: number;
  readonly rejected: RejectedRow[];
  readonly reject: (row: RejectedRow) => void;
}

function createTally(onRejected: (row: RejectedRow) => void): Tally {
  const rejected: RejectedRow[] = [];
  const reject = (row: RejectedRow): void => {
    rejected.push(row);
    onRejected(row);
  };
  return { dossiers: 0, events: 0, alreadyThere: 0, endedBeforeReceived: 0, rejected, reject };
}

interface Sending {
  /** With a token of the source. */
  readonly source: GatewayClient;
  readonly session: string;
  readonly tally: Tally;
  readonly verdicts: PublisherVerdicts;
}

async function sendBatch({ source, session, tally, verdicts }: Sending, batch: readonly SentEvent[]): Promise<void> {
  const receipt = await postEvents(
    source,
    batch.map(({ event }) => event),
    session,
  );
  tally.events += receipt.accepted;
  tally.alreadyThere += receipt.alreadyThere;
  if (receipt.accepted > 0) tally.dossiers += receipt.dossiers;
  for (const { line, code, message } of receipt.refused) {
    const sent = batch[line - 1];
    if (sent === undefined) continue;
    tally.reject({ line: sent.line, code, message });
    verdicts.forget(sent.event.data.sourceCode);
  }
}
