import { createServiceDatabase, type ServiceDatabase } from '@motcua/postgres/testing';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schema } from '../config.ts';
import type { GatewayOptions } from '../create-gateway.ts';
import { migrateGateway, role } from '../migrations/migrate-gateway.ts';
import { Browser } from './browser.ts';
import { startGateway, type GatewayFixture } from './gateway-fixture.ts';
import { ProviderFixture } from './provider-fixture.ts';

export interface SignInFixture {
  readonly gateway: GatewayFixture;
  readonly provider: ProviderFixture;
  readonly database: ServiceDatabase;
  /** Lets time pass for the gateways. */
  pass(milliseconds: number): void;
  /** A browser in which somebody has signed in, its session read. */
  signIn(account: string): Promise<Browser>;
  /** One more replica, on another port, with the same database. */
  startReplica(environment?: Record<string, string>, clock?: Pick<GatewayOptions, 'recheckMs'>): Promise<GatewayFixture>;
  close(): Promise<void>;
}

/** A gateway, its database and a provider at which people sign in. */
export async function startSignIn(environment: Record<string, string> = {}): Promise<SignInFixture> {
  let passedMs = 0;
  const database = await createServiceDatabase({ schema, role, migrate: migrateGateway });
  const folder = await mkdtemp(join(tmpdir(), 'sign-in-'));
  const provider = new ProviderFixture();
  const port = await findPort();
  const publicUrl = `http://127.0.0.1:${port}`;
  await provider.start(publicUrl);
  provider.accounts.set('cb.an', { name: 'Nguyễn Văn An', posts: [{ role: 'counter', unit: 'xa-thanh-ba' }] });
  const posts = [
    { role: 'head', unit: 'xa-thanh-ba' },
    { role: 'specialist', unit: 'xa-dong-xuan' },
  ];
  provider.accounts.set('cb.binh', { name: 'Trần Thị Bình', posts });
  const secretFile = join(folder, 'secret');
  await writeFile(secretFile, provider.clientSecret);
  const providersFile = join(folder, 'providers.yaml');
  const signIn = { clientId: 'motcua-gateway', clientSecretFile: secretFile };
  await writeFile(
    providersFile,
    JSON.stringify({ providers: [{ name: 'tinh', issuer: provider.issuer, audience: 'motcua', signIn }] }),
  );
  const shared = {
    ...{ AUTH_PROVIDERS: providersFile, PUBLIC_URL: publicUrl, DATABASE_URL: database.url },
    SESSION_KEYS: JSON.stringify({ active: 's1', keys: { s1: randomBytes(32).toString('base64') } }),
    ...environment,
  };
  const now = (): number => Date.now() + passedMs;
  const gateway = await startGateway(shared, undefined, { now }, port);
  const replicas: GatewayFixture[] = [];
  return {
    gateway,
    provider,
    database,
    pass: (milliseconds) => {
      passedMs += milliseconds;
    },
    signIn: async (account) => {
      provider.current = account;
      const browser = new Browser(publicUrl);
      await browser.go('/auth/sign-in?to=/v1/board');
      await browser.readSession();
      return browser;
    },
    startReplica: async (more = {}, clock = {}) => {
      const replica = await startGateway({ ...shared, ...more }, undefined, { now, ...clock });
      replicas.push(replica);
      return replica;
    },
    close: async () => {
      await Promise.all([gateway, ...replicas].map((one) => one.close()));
      await provider.stop();
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The provider has to know beforehand where browsers come back to. */
async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
