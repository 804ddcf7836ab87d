import type { EventsReceipt, LegacyEvent } from '@motcua/contracts';
import { randomUUID } from 'node:crypto';
import type { Office } from '@motcua/testing/stack';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The legacy system that tells of them. */
export const lifeSource = 'urn:motcua:e2e';

type Transition = readonly [
  name: 'received' | 'processed' | 'returned',
  at: number,
  data?: Omit<LegacyEvent['data'], 'sourceCode'>,
];

/** A dossier of the province, received a minute ago and promised for `due`. */
export const postReceived = (source: Office, due: Date): Promise<void> =>
  postLife(source, [received(Date.now() - MINUTE_MS, due)]);

/** A dossier of the province, received two days ago, promised for `due`, and returned now. */
export async function postReturned(source: Office, due: Date): Promise<void> {
  const now = Date.now();
  await postLife(source, [received(now - 2 * DAY_MS, due), ['processed', now - MINUTE_MS], ['returned', now - MINUTE_MS / 2]]);
}

const received = (at: number, due: Date): Transition => [
  'received',
  at,
  { unit: 'phu-tho', procedure: '1.001612', channel: 'in-person', due: due.toISOString() },
];

/** Told as another system tells it, by the import of events. */
async function postLife(source: Office, transitions: readonly Transition[]): Promise<void> {
  const sourceCode = randomUUID();
  const events = transitions.map(([name, at, data]) => ({
    specversion: '1.0',
    id: randomUUID(),
    source: lifeSource,
    type: `vn.motcua.dossier.${name}.v1`,
    time: new Date(at).toISOString(),
    data: { sourceCode, ...data },
  }));
  const { status, body } = await source.send('POST', '/v1/events', events, {
    'content-type': 'application/cloudevents-batch+json',
  });
  const { accepted, refused } = body as EventsReceipt;
  if (status !== 200 || accepted !== events.length) throw new Error(`Events were answered ${status}: ${JSON.stringify(refused)}`);
}
