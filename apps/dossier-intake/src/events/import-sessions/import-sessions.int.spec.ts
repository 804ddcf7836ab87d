import { LogProgressEvent, topics, type ImportSession } from '@motcua/contracts';
import { controlHeader, createKafkajsClient, type ConsumerPort, type IncomingMessage, type KafkaClientPort } from '@motcua/kafka';
import { readTopic } from '@motcua/kafka/testing';
import { uniqueName, waitFor } from '@motcua/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { legacy, legacySystem, toNdjson } from '../../testing/legacy-events.ts';
import { startIntake, type RunningIntake } from '../../testing/start-intake.ts';
import { ImportSessions } from './import-sessions.ts';

let intake: RunningIntake;
let client: KafkaClientPort;
let reader: ConsumerPort;
const messages: IncomingMessage[] = [];

beforeAll(async () => {
  intake = await startIntake();
  client = createKafkajsClient({ brokers: intake.brokers, clientId: 'sessions-spec' });
  reader = await readTopic(client, {
    groupId: uniqueName('sessions-spec'),
    topic: intake.topics.dossierEvents,
    onMessages: (delivered) => {
      messages.push(...delivered);
    },
  });
}, 60_000);
afterAll(async () => {
  await reader.stop();
  await client.close();
  await intake.stop();
});

const post = (url: string, body?: unknown, headers: Record<string, string> = {}) =>
  intake.call({ method: 'POST', url, as: legacySystem, body, headers });
const open = async (): Promise<ImportSession> =>
  (await post('/v1/import-sessions', { source: 'urn:legacy:one-stop', unit: 'thanh-ba' })).body as unknown as ImportSession;
const send = (session: string | undefined, events: readonly unknown[]) =>
  post('/v1/events', toNdjson(events), {
    'content-type': 'application/x-ndjson',
    ...(session === undefined ? {} : { 'import-session': session }),
  });
const received = (code: string) => legacy(code, 'received', '2022-03-01T10:00:00+07:00');
const processed = (code: string) => legacy(code, 'processed', '2022-03-03T10:00:00+07:00');

/** Partition → the offset at which a session is said to have ended. */
function endsOf(session: string): Map<number, bigint> {
  const ends = new Map<number, bigint>();
  for (const { headers, value, partition, offset } of messages) {
    if (headers[controlHeader] === undefined) continue;
    const { data } = LogProgressEvent.parse(JSON.parse(String(value)));
    expect(data.partition).toBe(partition);
    if (data.sessionsEnded.some((ended) => ended.session === session)) ends.set(partition, offset);
  }
  return ends;
}
const untilEnded = (session: string) =>
  waitFor(() => endsOf(session).size === topics.dossierEvents.partitions, { describe: 'the end on all partitions' });
const eventsOf = (session: string) =>
  messages.flatMap(({ key, value, partition, offset }) => {
    if (key === null) return [];
    const { data } = JSON.parse(String(value)) as { data: { importSession?: string } };
    return data.importSession === session ? [{ partition, offset }] : [];
  });

describe('an import session', () => {
  it('names its events, and its end lies behind all of them on each partition, whoever posts at the same time', async () => {
    const { id } = await open();
    const codes = Array.from({ length: 120 }, (_, index) => `S-${index}`);
    const lanes = [0, 1, 2, 3].map((lane) => codes.filter((_, index) => index % 4 === lane));
    await Promise.all(lanes.map((own) => send(id, own.map(received))));
    // The close waits for the posts under way; whichever is later is refused whole or in part.
    const late = Promise.all(lanes.map((own) => send(id, own.map(processed))));
    const closed = await post(`/v1/import-sessions/${id}/close`);
    expect(closed).toMatchObject({ status: 200, body: { id, endedBy: 'closed' } });
    expect((await late).every(({ status }) => status === 200 || status === 409)).toBe(true);
    await untilEnded(id);
    await send(undefined, [received('after-it')]);
    await waitFor(() => messages.some(({ value }) => String(value).includes('after-it')), { describe: 'what came after it' });
    const ends = endsOf(id);
    const events = eventsOf(id);
    expect(events.length).toBeGreaterThanOrEqual(120);
    for (const { partition, offset } of events) expect(offset < (ends.get(partition) ?? 0n)).toBe(true);
    expect(String(messages.find(({ value }) => String(value).includes('after-it'))?.value)).not.toContain('importSession');
  });

  it('takes nothing once it has ended, and says what to do; what it took is known to the next', async () => {
    const { id } = await open();
    await send(id, [received('T-1')]);
    await post(`/v1/import-sessions/${id}/close`);
    const refused = await send(id, [processed('T-1')]);
    expect(refused).toMatchObject({ status: 409, body: { code: 'import-session.ended' } });
    expect(await post(`/v1/import-sessions/${id}/close`)).toMatchObject({ status: 200, body: { endedBy: 'closed' } });
    const next = await open();
    expect(await send(next.id, [received('T-1'), processed('T-1')])).toMatchObject({
      status: 200,
      body: { accepted: 1, alreadyThere: 1 },
    });
    expect(await send('b3b1c1f0-0000-4000-8000-000000000000', [received('T-2')])).toMatchObject({
      status: 404,
      body: { code: 'import-session.unknown' },
    });
    expect(await send('none', [received('T-2')])).toMatchObject({ status: 404 });
  });

  it('of which nothing comes for so long is ended as abandoned, by one of several instances; one that is heard of is not', async () => {
    const [silent, heard] = [await open(), await open()];
    await send(silent.id, [received('U-1')]);
    await intake.admin.query(`UPDATE intake.import_session SET last_heard_at = now() - interval '11 minutes'`);
    await send(heard.id, [received('U-2')]);
    const instances = [0, 1, 2].map(() => intake.app.get(ImportSessions));
    await Promise.all(instances.map((sessions) => sessions.endSilent()));
    const { body } = await intake.call({ url: `/v1/import-sessions/${silent.id}` });
    expect(body).toMatchObject({ endedBy: 'abandoned', silenceMinutes: 10 });
    expect((await intake.call({ url: `/v1/import-sessions/${heard.id}` })).body).toMatchObject({ endedBy: null, endedAt: null });
    await untilEnded(silent.id);
    const { rows } = await intake.admin.query('SELECT FROM intake.event_log WHERE dossier_id = $1', [silent.id]);
    expect(rows).toEqual([]);
  });

  it('is opened and closed by a legacy system for its own source, and is not there for another', async () => {
    const { id } = await open();
    const other = { role: 'source', source: 'urn:legacy:other', unit: 'phu-tho', sub: 'other' } as const;
    const body = { source: 'urn:legacy:one-stop', unit: 'thanh-ba' };
    const foreign = await intake.call({ method: 'POST', url: '/v1/import-sessions', as: other, body });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'source.foreign' } });
    expect((await intake.call({ method: 'POST', url: '/v1/import-sessions', as: ['head', 'thanh-ba'], body })).status).toBe(403);
    const nowhere = await post('/v1/import-sessions', { ...body, unit: 'Bà Hoa 0912345678' });
    expect(nowhere).toMatchObject({ status: 422, body: { code: 'unit.unknown' } });
    expect(JSON.stringify(nowhere.body)).not.toMatch(/Hoa|0912345678/);
    const close = `/v1/import-sessions/${id}/close`;
    expect((await intake.call({ method: 'POST', url: close, as: ['admin'] })).status).toBe(403);
    expect((await intake.call({ method: 'POST', url: close, as: other })).status).toBe(404);
    const headers = { 'content-type': 'application/x-ndjson', 'import-session': id };
    const events = toNdjson([{ ...received('V-1'), source: other.source }]);
    expect((await intake.call({ method: 'POST', url: '/v1/events', as: other, headers, body: events })).status).toBe(404);
    expect((await intake.call({ url: `/v1/import-sessions/${id}`, as: other })).status).toBe(404);
    expect((await intake.call({ url: `/v1/import-sessions/${id}`, as: ['head', 'thanh-ba'] })).status).toBe(403);
    expect((await intake.call({ url: `/v1/import-sessions/${id}`, as: ['admin'] })).status).toBe(200);
  });
});
