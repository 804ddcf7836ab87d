import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReferenceDocuments } from '@motcua/contracts';
import { toReferenceRecord } from '@motcua/contracts/testing';
import { operationsOf } from '@motcua/http';
import { createKafkajsClient, readCompactedTopic } from '@motcua/kafka';
import { OwnKafka, waitFor } from '@motcua/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fixtureDocuments } from './testing/reference-fixture.ts';
import { startIntake, type RunningIntake } from './testing/start-intake.ts';

let kafka: OwnKafka;
let intake: RunningIntake;
beforeAll(async () => {
  kafka = await OwnKafka.start();
  intake = await startIntake({ brokers: kafka.brokers });
}, 180_000);
afterAll(async () => {
  await intake.stop();
  await kafka.close();
}, 60_000);

const receipt = { unit: 'dong-xuan', procedure: '1.000689', channel: 'in-person', occurredAt: '2026-11-16T09:00:00+07:00' };

/** @returns its id */
async function receive(instance?: NestFastifyApplication): Promise<string> {
  const request = {
    method: 'POST',
    url: '/v1/dossiers',
    body: receipt,
    ...(instance === undefined ? {} : { instance }),
  } as const;
  const { status, body } = await intake.call(request);
  expect([status, body['code']]).toEqual([201, undefined]);
  return (body['dossier'] as unknown as { dossierId: string }).dossierId;
}

const readiness = async (app = intake.app) => (await operationsOf(app).inject('/health/ready')).json<{ reasons: string[] }>();

async function readOldestUnpublished(app = intake.app): Promise<number> {
  const { body } = await operationsOf(app).inject('/metrics');
  return Number(/^relay_oldest_unpublished_seconds\{[^}]*relay="events"[^}]*\} (\S+)$/mu.exec(body)?.[1]);
}

describe('dossier-intake without Kafka', () => {
  it('takes commands and lists, says how long events wait, and publishes them by itself when Kafka is back', async () => {
    await kafka.leave();
    const dossiers = [await receive()];
    // Longer than any client tries: the reader of its reference data has died, and the first attempt to publish has failed.
    await waitFor(async () => (await readiness()).reasons.some((reason) => reason.startsWith('relay events: ')), {
      describe: 'the service to say that it does not publish',
      timeoutMs: 60_000,
    });
    await waitFor(async () => (await readOldestUnpublished()) > 20, { describe: 'the event to have waited for twenty seconds' });
    expect(intake.logs.join('')).toContain('the reader of a topic died; another begins');
    dossiers.push(await receive());

    // One that starts now knows what was read last, and sees the same events wait.
    const late = await intake.startInstance();
    await waitFor(async () => (await late.inject('/health/serving')).statusCode === 200, {
      describe: 'it to serve',
      timeoutMs: 30_000,
    });
    dossiers.push(await receive(late));
    expect((await intake.call({ url: '/v1/dossiers?unit=dong-xuan', instance: late })).body['dossiers']).toHaveLength(3);
    await waitFor(async () => (await readOldestUnpublished(late)) > 0, { describe: 'the late one to see it' });

    await kafka.comeBack();
    for (const app of [intake.app, late])
      await waitFor(async () => (await readiness(app)).reasons.length === 0, { describe: 'readiness', timeoutMs: 60_000 });
    const client = createKafkajsClient({ brokers: intake.brokers, clientId: 'kafka-away-spec' });
    expect([...(await readCompactedTopic(client, intake.topics.dossierEvents)).keys()].sort()).toEqual(dossiers.sort());
    await client.close();

    // What the catalogue publishes now is heard: the reader that died has been followed by another.
    const hamlet = { ...fixtureDocuments.units[2], code: 'dai-an' } as ReferenceDocuments['units'];
    await intake.producer.send(intake.topics.units, [toReferenceRecord('units', 'dai-an', [hamlet])]);
    for (const instance of [intake.app, late])
      await waitFor(async () => (await intake.call({ url: '/v1/reference/units/dai-an', instance })).status === 200, {
        describe: 'the new unit',
        timeoutMs: 60_000,
      });
    await late.close();
  }, 240_000);
});
