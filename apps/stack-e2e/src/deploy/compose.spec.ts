import { beforeAll, describe, expect, it } from '@jest/globals';
import { listComposeProblems, toEnvironment, type ComposeContext } from './compose/compose-rules.ts';
import { listSchemaProblems, parseCompose, type Compose } from './compose/read-compose.ts';
import { loadSecretsModule, type Environment } from './environment.ts';
import { listServices, readText } from './repository.ts';

const read = (): Compose => parseCompose(readText('docker-compose.yml'));
const broken = (edit: (services: NonNullable<Compose['services']>) => void): Compose => {
  const compose = structuredClone(read());
  edit(compose.services!);
  return compose;
};

describe('docker-compose.yml', () => {
  let context: ComposeContext;
  beforeAll(async () => {
    context = { services: listServices(), secretFiles: (await loadSecretsModule()).createSecretFiles() };
  });

  it('is valid by the schema of the Compose specification', () => {
    expect(listSchemaProblems(read())).toEqual([]);
  });

  it('runs every service as its own configuration wants it, pinned, limited, watched and behind the gateway', async () => {
    expect(context.services).toContainEqual({ name: 'gateway', migrates: true });
    expect(await listComposeProblems(read(), context)).toEqual([]);
  });

  it('has one setting for where browsers find the installation', () => {
    const told = (variables: Environment): unknown[] =>
      ['gateway', 'identity', 'notification'].map((name) => {
        const service = read().services?.[name];
        return service === undefined ? undefined : toEnvironment(service, { ...context, variables })['PUBLIC_URL'];
      });
    expect(new Set(told({}))).toEqual(new Set(['http://127.0.0.1:8080']));
    expect(new Set(told({ MOTCUA_PORT: '9090' }))).toEqual(new Set(['http://127.0.0.1:9090']));
    const outside = 'https://motcua.example.vn';
    expect(new Set(told({ MOTCUA_PORT: '9090', MOTCUA_PUBLIC_URL: outside }))).toEqual(new Set([outside]));
  });

  it('has people sign in at its own provider, and takes no other tokens', () => {
    const gateway = toEnvironment(read().services!['gateway']!, context);
    expect(gateway).toMatchObject({ IDENTITY_URL: 'http://identity:8080', CONSOLE_DIR: '/app/apps/console/dist' });
    expect([gateway['AUTH_JWKS'], gateway['AUTH_PROVIDERS']]).toEqual([undefined, undefined]);
    const { accounts } = JSON.parse(context.secretFiles['service-accounts.json'] ?? '') as {
      accounts: { id: string; secret: string }[];
    };
    for (const { id, secret } of accounts) expect(context.secretFiles[`${id}-client-secret`]).toBe(`${secret}\n`);
    expect(accounts.map(({ id }) => id)).toEqual(['operator', 'reference']);
  });

  it('would be refused with a word that the specification does not know', () => {
    const compose = broken((services) => Object.assign(services['kafka']!, { memory: '1g' }));
    expect(listSchemaProblems(compose)).toEqual(['/services/kafka: must NOT have additional properties']);
  });

  it('would be refused without a service, its limits, or its health check', async () => {
    const compose = broken((services) => {
      delete services['gateway'];
      delete services['kafka']!.mem_limit;
      delete services['postgres']!.healthcheck;
    });
    expect(await listComposeProblems(compose, context)).toEqual([
      'postgres: has no health check',
      'kafka: has no memory limit',
      'gateway: is no service of docker-compose.yml',
    ]);
  });

  it('would be refused where a service has another one’s private key', async () => {
    const compose = broken((services) => {
      services['notification']!.secrets = ['service-key-kpi-aggregator'];
      services['catalogue']!.secrets = ['service-key-notification'];
    });
    expect(await listComposeProblems(compose, context)).toEqual([
      'catalogue: is given service-key-notification',
      'notification: is given service-key-kpi-aggregator',
      'notification: SERVICE_KEY is not its own key',
    ]);
  });

  it('would be refused where metrics can be asked for from outside, or nowhere', async () => {
    const compose = broken((services) => {
      services['gateway']!.ports = ['127.0.0.1:8080:8080', '127.0.0.1:9090:9090'];
      Object.assign(services['catalogue']!.environment!, { OPERATIONS_PORT: '8080' });
    });
    expect(await listComposeProblems(compose, context)).toEqual([
      'catalogue: has no port of operations',
      'gateway: publishes its operations as 127.0.0.1:9090:9090',
    ]);
  });

  it('would be refused with a floating image, an open port, or an environment that the service does not accept', async () => {
    const compose = broken((services) => {
      services['kafka']!.image = 'apache/kafka:latest';
      services['postgres']!.ports = ['5432:5432'];
      services['catalogue']!.env_file = ['deploy/secrets/nobody.env'];
    });
    expect(await listComposeProblems(compose, context)).toEqual([
      'kafka: image apache/kafka:latest is not pinned',
      'catalogue: deploy/create-secrets.js does not write nobody.env',
      'postgres: publishes a port, only the gateway may',
      'catalogue: DATABASE_URL is missing',
    ]);
  });
});
