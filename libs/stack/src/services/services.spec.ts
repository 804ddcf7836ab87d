import { afterEach, describe, expect, it } from '@jest/globals';
import { operationsPorts, type ServiceDefinition, services, type ServiceContext, toServiceEnvironment } from './services.ts';
import { getStackPaths } from '../state/stack-paths.ts';

const context: ServiceContext = {
  paths: getStackPaths({ MOTCUA_HOME: '/stack' }),
  secrets: {
    rolePasswords: {
      motcua_intake: 'intake-secret',
      motcua_kpi: 'kpi-secret',
      motcua_catalogue: 'catalogue-secret',
      motcua_gateway: 'gateway-secret',
    },
    applicantKeys: { active: 'k1', keys: { k1: 'a2V5' } },
    applicantHashKey: 'aGFzaA==',
    fileKeys: { active: 'f1', keys: { f1: 'ZmlsZXM=' } },
    fileNameKey: 'bmFtZXM=',
    reasonKeys: { active: 'k1', keys: { k1: 'cmVhc29u' } },
    identityKeys: { active: 'k1', keys: { k1: 'aWRlbnRpdHk=' } },
    sessionKeys: { active: 's1', keys: { s1: 'c2Vzc2lvbg==' } },
  },
  adminUrl: 'postgres://postgres:admin-secret@127.0.0.1:5432/motcua',
  brokers: '127.0.0.1:9092',
  mail: { smtp: 'smtp://127.0.0.1:1025', url: 'http://127.0.0.1:1080' },
  testIssuer: {},
  urls: {
    ...Object.fromEntries(operationsPorts.map(({ name }, index) => [name, `http://127.0.0.1:${9001 + index}`])),
    ...Object.fromEntries(services.map(({ name }) => [name, 'http://127.0.0.1:7000'])),
    catalogue: 'http://127.0.0.1:7001',
    'dossier-intake': 'http://127.0.0.1:7002',
    'kpi-aggregator': 'http://127.0.0.1:7003',
    'sla-timer': 'http://127.0.0.1:7004',
    notification: 'http://127.0.0.1:7005',
    'digitization-tracker': 'http://127.0.0.1:7006',
    identity: 'http://127.0.0.1:7007',
    gateway: 'http://127.0.0.1:8080',
  },
};
const environmentOf = (name: string): NodeJS.ProcessEnv => {
  const service = services.find((known: ServiceDefinition) => known.name === name);
  return toServiceEnvironment(service!, context);
};

describe('toServiceEnvironment', () => {
  afterEach(() => {
    delete process.env['DATABASE_URL'];
    delete process.env['SMS_TOKEN'];
    delete process.env['S3_SECRET_ACCESS_KEY'];
    delete process.env['RETENTION_RESULT_DAYS'];
  });

  it('signs a service in as its own role, never as the administrator', () => {
    process.env['DATABASE_URL'] = context.adminUrl;
    expect(environmentOf('dossier-intake')['DATABASE_URL']).toBe('postgres://motcua_intake:intake-secret@127.0.0.1:5432/motcua');
    expect(environmentOf('gateway')['DATABASE_URL']).toBe('postgres://motcua_gateway:gateway-secret@127.0.0.1:5432/motcua');
    for (const { name } of services) expect(JSON.stringify(environmentOf(name))).not.toContain('admin-secret');
  });

  it('gives the keys of applicants to dossier-intake alone, those of heads’ reasons to sla-timer', () => {
    const holdersOf = (variable: string) =>
      services.map(({ name }) => name).filter((name) => environmentOf(name)[variable] !== undefined);
    expect(holdersOf('APPLICANT_KEYS')).toEqual(['dossier-intake']);
    expect(holdersOf('REASON_KEYS')).toEqual(['sla-timer']);
  });

  it('gives what signs people in to identity alone', () => {
    const secret = /aWRlbnRpdHk=|identity-signing-keys|service-accounts|first-accounts/;
    const holders = services.filter(({ name }) => secret.test(JSON.stringify(environmentOf(name))));
    expect(holders.map(({ name }) => name)).toEqual(['identity']);
  });

  it('gives the keys of files to digitization-tracker alone', () => {
    const holders = services.filter(({ name }) => /ZmlsZXM=|bmFtZXM=/.test(JSON.stringify(environmentOf(name))));
    expect(holders.map(({ name }) => name)).toEqual(['digitization-tracker']);
  });

  it('gives providers’ accounts and the mail server to notification alone', () => {
    process.env['SMS_TOKEN'] = 'sms-secret';
    const holdersOf = (secret: RegExp): string[] =>
      services.filter(({ name }) => secret.test(JSON.stringify(environmentOf(name)))).map(({ name }) => name);
    expect(holdersOf(/sms-secret|:1025/)).toEqual(['notification']);
    expect(environmentOf('notification')).toMatchObject({
      SMS_TOKEN: 'sms-secret',
      SMTP_URL: 'smtp://127.0.0.1:1025',
      SERVICE_KEY: '/stack/secrets/service-key-notification.jwk.json',
      INTAKE_URL: 'http://127.0.0.1:7002',
      PUBLIC_URL: 'http://127.0.0.1:8080',
    });
  });

  it('gives each service that asks others its own key alone, and the public ones to those that are asked', () => {
    const toFiles = (name: string) => JSON.stringify(environmentOf(name)).match(/service-key[a-z.-]*/g) ?? [];
    // Of a service that is not named here, none.
    const withKeys = services.map(({ name }) => [name, toFiles(name)] as const).filter(([, files]) => files.length > 0);
    expect(Object.fromEntries(withKeys)).toEqual({
      catalogue: ['service-keys.json'],
      'dossier-intake': ['service-keys.json', 'service-key-dossier-intake.jwk.json'],
      'kpi-aggregator': ['service-keys.json', 'service-key-kpi-aggregator.jwk.json'],
      notification: ['service-keys.json', 'service-key-notification.jwk.json'],
      'digitization-tracker': ['service-key-digitization-tracker.jwk.json'],
    });
  });

  it('gives the account with a store of files to digitization-tracker alone, and keeps them in the stack’s folder without one', () => {
    process.env['S3_SECRET_ACCESS_KEY'] = 's3-secret';
    process.env['RETENTION_RESULT_DAYS'] = '30';
    const holders = services.filter(({ name }) => JSON.stringify(environmentOf(name)).includes('s3-secret'));
    expect(holders.map(({ name }) => name)).toEqual(['digitization-tracker']);
    expect(environmentOf('digitization-tracker')).toMatchObject({
      STORE_DIR: '/stack/files/store',
      STAGING_DIR: '/stack/files/staging',
      INTAKE_URL: 'http://127.0.0.1:7002',
      RETENTION_RESULT_DAYS: '30',
    });
  });

  it('tells the gateway where the services are, and each service its port', () => {
    expect(environmentOf('gateway')).toMatchObject({
      CATALOGUE_URL: 'http://127.0.0.1:7001',
      INTAKE_URL: 'http://127.0.0.1:7002',
      KPI_URL: 'http://127.0.0.1:7003',
      SLA_URL: 'http://127.0.0.1:7004',
      NOTIFICATION_URL: 'http://127.0.0.1:7005',
      DIGITIZATION_URL: 'http://127.0.0.1:7006',
      IDENTITY_URL: 'http://127.0.0.1:7007',
      GATEWAY_CLIENT_SECRET_FILE: '/stack/secrets/gateway-client-secret',
      PORT: '8080',
      HOST: '127.0.0.1',
    });
    const ports = services.map(({ name }) => environmentOf(name)['OPERATIONS_PORT']);
    expect(ports).toEqual(services.map((_service, index) => String(9001 + index)));
  });
});
