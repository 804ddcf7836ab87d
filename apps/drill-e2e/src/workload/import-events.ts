import type { EventsReceipt, LegacyEvent } from '@motcua/contracts';
import { randomUUID } from 'node:crypto';
import type { KnownDossier } from '../record/client-record.ts';
import { communes, source } from './officers.ts';
import type { Shift } from './shift.ts';

const MINUTE_MS = 60_000;
const batch = { 'content-type': 'application/cloudevents-batch+json' };

type Data = Omit<LegacyEvent['data'], 'sourceCode'>;
type Reported =
  | { readonly at: number; readonly data: Data; readonly receivedBy: string; readonly promise?: KnownDossier['promise'] }
  | { readonly at: number; readonly name: 'processed' | 'returned'; readonly dossier: KnownDossier };

/** One event told by the legacy system, sent until it is answered. @throws what was answered instead */
export async function report(shift: Shift, told: Reported): Promise<KnownDossier> {
  const isReceipt = !('dossier' in told);
  const sourceCode = isReceipt ? `cd-${randomUUID()}` : told.dossier.key;
  const name = isReceipt ? 'received' : told.name;
  await post(shift, [toEvent(sourceCode, name, told.at, isReceipt ? told.data : {})]);
  if (!isReceipt) {
    shift.record.acknowledge(told.dossier, { version: told.dossier.acknowledged.length + 1, event: name });
    return told.dossier;
  }
  const { receivedBy, promise } = told;
  return shift.record.receive({ key: sourceCode, isImport: true, code: null, receivedBy, promise }, { version: 1, event: name });
}

/** Some dossiers with their whole lives, in one request. */
export async function importLives(shift: Shift): Promise<void> {
  const unit = shift.pick(communes);
  const lives = Array.from({ length: 5 }, () => ({ sourceCode: `cd-${randomUUID()}`, ends: shift.random() < 0.6 }));
  const start = Date.now() - 3 * MINUTE_MS;
  const received = { unit, procedure: '1.004873', channel: 'in-person' } as const;
  const events = lives.flatMap(({ sourceCode, ends }) => [
    toEvent(sourceCode, 'received', start, received),
    ...(ends ? [toEvent(sourceCode, 'processed', start + MINUTE_MS, {})] : []),
  ]);
  await post(shift, events);
  for (const { sourceCode: key, ends } of lives) {
    const dossier = shift.record.receive(
      { key, isImport: true, code: null, receivedBy: unit },
      { version: 1, event: 'received' },
    );
    if (!ends) continue;
    shift.record.acknowledge(dossier, { version: 2, event: 'processed' });
    dossier.endedAt = unit;
  }
}

const toEvent = (sourceCode: string, name: string, at: number, data: Data) => ({
  specversion: '1.0',
  id: `${sourceCode}/${name}`,
  source,
  type: `vn.motcua.dossier.${name}.v1`,
  time: new Date(at).toISOString(),
  data: { sourceCode, ...data },
});

async function post({ officers }: Shift, events: readonly object[]): Promise<void> {
  const { status, body } = await officers.importer.send('POST', '/v1/events', events, batch);
  const { accepted, alreadyThere, refused } = body as EventsReceipt; // As its contract says.
  // What got no answer the first time may have been taken then.
  if (status !== 200 || accepted + alreadyThere !== events.length)
    throw new Error(`events were answered ${status}: ${JSON.stringify(refused)}`);
}
