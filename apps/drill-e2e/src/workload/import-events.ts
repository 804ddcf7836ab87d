import type { EventsReceipt, LegacyEvent } from '@motcua/contracts';
import { randomUUID } from 'node:crypto';
import type { KnownDossier } from '../record/client-record.ts';
import { communes, source } from './officers.ts';
import type { Shift } from './shift.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
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

/**
 * Received yesterday, ended today, and told in two requests. What has ended counts anew, so that what it counted for as an open one has to be taken back from
 * yesterday: a day that is over is counted from its cells, and only there does what was not taken back show on a board.
 */
export async function importYesterday(shift: Shift): Promise<void> {
  const receivedBy = shift.pick(communes);
  // Promised from outside, and far away: neither a calendar nor a clock has a say.
  const due = new Date(Date.now() + 30 * DAY_MS).toISOString();
  const data = { unit: receivedBy, procedure: '1.004873', channel: 'in-person' as const, due };
  const dossier = await report(shift, { at: Date.now() - DAY_MS, data, receivedBy });
  await shift.pause(2_000);
  await report(shift, { at: Date.now() - MINUTE_MS, name: 'processed', dossier });
  dossier.endedAt = dossier.responsible;
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
