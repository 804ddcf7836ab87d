import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dossierActions, LegacyEventData, OpenDossier, type DossierAction } from '@motcua/contracts';
import { createKafkajsClient, type KafkaClientPort } from '@motcua/kafka';
import type { TopicNames } from '@motcua/service';
import { findInDatabase, uniqueName, waitFor } from '@motcua/testing';
import { listFreeFields, plant } from './testing/free-fields.ts';
import { legacy } from './testing/legacy-events.ts';
import { actionCases as actions, approver } from './testing/action-cases.ts';
import { startIntake, type CallAnswer, type RunningIntake } from './testing/start-intake.ts';

/** A name, a telephone number and an ID number that occur nowhere else. */
const planted = ['Trần Thị Bưởi Đào', '0987600321', '001088123456'] as const;
const texts = [...planted, planted.join(', ')];

let intake: RunningIntake;
let kafka: KafkaClientPort;
beforeAll(async () => {
  intake = await startIntake({ now: () => Date.parse('2026-11-16T10:00:00+07:00') });
  kafka = createKafkajsClient({ brokers: intake.brokers, clientId: 'planted-spec' });
}, 60_000);
afterAll(async () => {
  await kafka.close();
  await intake.stop();
});

const post = (url: string, body: unknown, headers: Record<string, string> = {}, as?: typeof approver): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url, body, headers, ...(as === undefined ? {} : { as }) });
const open = (body: object = {}): Promise<CallAnswer> =>
  post('/v1/dossiers', { unit: 'dong-xuan', procedure: '1.000689', channel: 'in-person', ...body });
const idOf = ({ body }: CallAnswer): string => (body['dossier'] as unknown as { dossierId: string }).dossierId;

async function reportLate(): Promise<string> {
  const code = uniqueName('late');
  await post('/v1/events', JSON.stringify([legacy(code, 'received', '2022-03-01T10:00:00+07:00')]), {
    'content-type': 'application/cloudevents-batch+json',
  });
  const { body } = await intake.call({ url: `/v1/dossiers?q=${code}` });
  return (body['dossiers'] as unknown as { dossierId: string }[])[0]?.dossierId ?? '';
}

/** Sends an action to a dossier of its own. */
async function act(action: DossierAction, body: object, headers: Record<string, string> = {}): Promise<CallAnswer> {
  const { opened, late, before = [], as } = actions[action];
  const id = late === true ? await reportLate() : idOf(await open(opened));
  for (const earlier of before) await post(`/v1/dossiers/${id}/${earlier}`, actions[earlier].body);
  return post(`/v1/dossiers/${id}/${action}`, body, headers, as);
}

const isAnswered = (status: number): boolean => status < 300 || [400, 404, 409, 422].includes(status);

/** Those that the service reads or writes. */
const ownTopics = ({ dossierEvents, ratingEvents, units, procedures, calendars, ruleSets, staff, reasons }: TopicNames) => [
  ...[dossierEvents, ratingEvents],
  ...[units, procedures, calendars, ruleSets, staff, reasons],
];

/** Whatever lies on a topic now. */
async function readTopic(topic: string): Promise<string> {
  const ends = await kafka.admin.listOffsets(topic);
  const values: string[] = [];
  const missing = new Map(ends.filter(({ begin, end }) => end > begin).map(({ partition, end }) => [partition, end]));
  const consumer = kafka.createConsumer({ groupId: uniqueName('planted'), topics: [topic] });
  await consumer.start({
    onAssigned: (partitions) => Promise.resolve(partitions.map((partition) => ({ ...partition, offset: 0n }))),
    onBatch: (delivery) => {
      const { batch } = delivery;
      values.push(
        // A header is bytes: only as a text it is found.
        ...batch.messages.map(({ key, value, headers }) =>
          [key, value, ...Object.entries(headers).flat(2)].map(String).join('\n'),
        ),
      );
      if (batch.nextOffset >= (missing.get(batch.partition) ?? 0n)) missing.delete(batch.partition);
      delivery.resolve(batch.nextOffset);
      return Promise.resolve();
    },
    onPassedOver: () => undefined,
    onOffsetOutOfRange: () => undefined,
    onCrash: () => undefined,
  });
  await waitFor(() => missing.size === 0, { describe: `all of ${topic}`, timeoutMs: 30_000 });
  await consumer.stop();
  return values.join('\n');
}

describe('what is written about a person into a free field', () => {
  const names = Object.keys(dossierActions) as DossierAction[];

  it('has commands that are taken as they stand here, so that what is planted in them arrives', async () => {
    for (const action of names) expect([action, (await act(action, actions[action].body)).status]).toEqual([action, 200]);
  });

  it('of a command is refused or kept encrypted', async () => {
    const fields = names.flatMap((action) => listFreeFields(dossierActions[action]).map((path) => ({ action, path })));
    expect(fields.length).toBeGreaterThan(15);
    for (const { action, path } of fields)
      for (const text of texts) {
        const { status } = await act(action, plant(actions[action].body, path, text));
        expect([action, path, status, isAnswered(status)]).toEqual([action, path, status, true]);
      }
    const text = await act('stop', { ...actions.stop.body, reasonText: texts[3] }, { 'idempotency-key': planted[1] });
    expect(text.status).toBe(200);
  }, 120_000);

  it('of a dossier that is opened is refused or kept encrypted', async () => {
    const applicant = { name: planted[0], phone: planted[1], idNumber: planted[2] };
    const desk = {
      authorised: applicant,
      components: [{ name: planted[0] }],
      resultBy: { way: 'post', place: planted[0] },
      fee: { amount: 1, receiptNumber: planted[1] },
      note: texts[3],
    };
    expect((await open({ applicant, desk })).status).toBe(201);
    for (const path of listFreeFields(OpenDossier))
      for (const text of texts) {
        const body = plant({ unit: 'dong-xuan', procedure: '1.000689', channel: 'in-person', applicant, desk }, path, text);
        const { status } = await post('/v1/dossiers', body, {
          'idempotency-key': `${path.join('.')}/${planted[2]}/${texts.indexOf(text)}`,
        });
        expect([path, status, isAnswered(status)]).toEqual([path, status, true]);
      }
  });

  it('of a legacy system’s event is refused, mapped or kept encrypted', async () => {
    const isIdentity = (path: readonly string[]): boolean => path[0] === 'sourceCode';
    const fields = listFreeFields(LegacyEventData).filter((path) => !isIdentity(path));
    expect(fields.map((path) => path.join('.'))).toEqual(expect.arrayContaining(['reasonCode', 'officer', 'field']));
    const events = fields.flatMap((path, index) =>
      texts.flatMap((text, nth) => {
        const code = `P-${index}-${nth}`;
        const [at, later] = ['2022-03-01T10:00:00+07:00', '2022-03-02T10:00:00+07:00'];
        const name = path[0] === 'correction' ? 'corrected' : path[0] === 'unit' ? 'reassigned' : 'stopped';
        const event = legacy(code, name, later, path[0] === 'correction' ? { correction: {} } : {});
        const received = legacy(code, 'received', at);
        return [
          {
            ...received,
            data: path[0] === 'unit' || path[0] === 'correction' ? received.data : plant(received.data, path, text),
          },
          { ...event, data: plant(event.data, path, text) },
        ];
      }),
    );
    const answer = await post('/v1/events', JSON.stringify(events), {
      'content-type': 'application/cloudevents-batch+json',
      'idempotency-key': `${planted[1]}/events`,
    });
    expect(answer.status).toBe(200);
    expect(answer.body['accepted']).toBeGreaterThan(fields.length);
  });

  it('lies in clear in no column of no schema, on no topic and in no log', async () => {
    const { rows } = await intake.admin.query<{ events: string; reasons: number }>(
      'SELECT (SELECT count(*) FROM intake.event) AS events, (SELECT count(*)::int FROM intake.reason) AS reasons',
    );
    expect(rows[0]?.reasons).toBeGreaterThan(texts.length);
    await waitFor(
      async () =>
        (await kafka.admin.listOffsets(intake.topics.dossierEvents)).reduce((sum, { begin, end }) => sum + end - begin, 0n) >=
        BigInt(rows[0]?.events ?? 1),
      { describe: 'every event on its topic', timeoutMs: 30_000 },
    );
    const url = new URL(intake.databaseUrl);
    const admin = new URL(process.env['TEST_DATABASE_ADMIN_URL'] ?? '');
    admin.pathname = url.pathname;
    expect(await findInDatabase(admin.href, planted)).toEqual([]);
    const topics = await Promise.all(
      ownTopics(intake.topics).map(async (topic: string) => [topic, await readTopic(topic)] as const),
    );
    const leaks = topics.flatMap(([topic, content]) =>
      planted.filter((text) => content.includes(text)).map((text) => `${topic}: ${text}`),
    );
    expect(leaks).toEqual([]);
    expect(planted.filter((text) => intake.logs.join('\n').includes(text))).toEqual([]);
  }, 120_000);
});
