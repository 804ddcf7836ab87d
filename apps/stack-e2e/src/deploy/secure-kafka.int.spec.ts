import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kafkaConfig, loadConfig, toKafkaConnection } from '@motcua/config';
import { topics } from '@motcua/contracts';
import { startEmbeddedKafka, type EmbeddedKafka } from '@motcua/embedded';
import { createKafkajsClient, type KafkaClientPort } from '@motcua/kafka';
import { createTestAuthority, uniqueName, waitFor, type TestAuthority } from '@motcua/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { workspaceRoot } from './repository.ts';
import { runScript, type ScriptEnd } from './run-script.ts';

const account = { username: 'motcua', password: 'only-for-tests' };
let folder: string;
let ours: TestAuthority;
let theirs: TestAuthority;
let kafka: EmbeddedKafka;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-secure-kafka-'));
  [ours, theirs] = await Promise.all([createTestAuthority(), createTestAuthority()]);
  const server = await ours.issue(['DNS:localhost']);
  kafka = await startEmbeddedKafka({
    dataDir: join(folder, 'kafka'),
    forTests: true,
    heapMb: 384,
    secure: { ...server, ...account },
  });
  await writeFile(join(folder, 'password'), `${account.password}\n`);
}, 120_000);
afterAll(async () => {
  await kafka.stop();
  await Promise.all([ours.remove(), theirs.remove()]);
  await rm(folder, { recursive: true, force: true });
}, 60_000);

type Variables = Record<string, string>;
const toVariables = (more: Variables): Variables => ({
  KAFKA_BROKERS: kafka.secureBrokers ?? '',
  KAFKA_SSL_CA: ours.file,
  KAFKA_SASL_USERNAME: account.username,
  KAFKA_SASL_PASSWORD: account.password,
  ...more,
});

/** As a service reads its environment. */
async function withClient<T>(variables: Variables, work: (client: KafkaClientPort) => Promise<T>): Promise<T> {
  const connection = toKafkaConnection(loadConfig(z.object(kafkaConfig), variables));
  const client = createKafkajsClient({ ...connection, clientId: 'secure-spec' });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

const createTopics = (variables: Variables): Promise<ScriptEnd> =>
  runScript([join(workspaceRoot, 'deploy/create-topics.js')], variables);

describe('a broker with TLS and accounts', () => {
  it('is given its topics by the deploy script, whose password comes from a file', async () => {
    const { KAFKA_SASL_PASSWORD: _password, ...variables } = toVariables({ KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512' });
    const { code, out, err } = await createTopics({ ...variables, KAFKA_SASL_PASSWORD_FILE: join(folder, 'password') });
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(topics.dossierEvents.name) });
    expect(out + err).not.toContain(account.password);
  }, 60_000);

  it.each(['plain', 'scram-sha-512'])(
    'is written to, asked and read with %s',
    async (mechanism) => {
      await withClient(toVariables({ KAFKA_SASL_MECHANISM: mechanism }), async (client) => {
        const topic = uniqueName('secure');
        await client.admin.createTopics([{ name: topic, partitions: 1 }]);
        await waitFor(async () => (await client.admin.findTopicIds([topic])).has(topic), { describe: 'the id of the new topic' });
        const producer = client.createProducer();
        await producer.send(topic, [{ key: 'k', value: 'v' }]);
        await producer.close();
        expect(await client.admin.listOffsets(topic)).toMatchObject([{ partition: 0, begin: 0n, end: 1n }]);
      });
    },
    60_000,
  );

  const failing = (variables: Variables): Promise<string> =>
    withClient(variables, (client) => client.admin.getClusterId().then(() => 'answered', String));

  it('is not believed with a certificate of somebody else', async () => {
    expect(await failing(toVariables({ KAFKA_SASL_MECHANISM: 'plain', KAFKA_SSL_CA: theirs.file }))).toMatch(
      /certificate|self-signed|issuer/i,
    );
  }, 60_000);

  it('refuses a wrong password', async () => {
    const overrides = await failing(toVariables({ KAFKA_SASL_MECHANISM: 'scram-sha-512', KAFKA_SASL_PASSWORD: 'guessed-wrong' }));
    expect(overrides).toMatch(/authentication/i);
    expect(overrides).not.toContain('guessed-wrong');
  }, 60_000);
});
