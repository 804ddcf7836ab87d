import { createTestIssuer, type TestIssuer } from '@motcua/auth/testing';
import { operationsOf } from '@motcua/http';
import { createLogger } from '@motcua/observability';
import type { JWTPayload } from 'jose';
import { readConfig } from '../config.ts';
import { createGateway, type GatewayOptions } from '../create-gateway.ts';
import { writeSigningKey } from './signing-key.ts';
import { UpstreamFixture } from './upstream-fixture.ts';

/** The variable of each upstream's address. */
const variables = {
  catalogue: 'CATALOGUE_URL',
  intake: 'INTAKE_URL',
  sla: 'SLA_URL',
  kpi: 'KPI_URL',
  notification: 'NOTIFICATION_URL',
  digitization: 'DIGITIZATION_URL',
} as const;
type Name = keyof typeof variables;

export interface GatewayFixture {
  readonly url: string;
  /** Where `/metrics` and the details of readiness are. */
  readonly operations: ReturnType<typeof operationsOf>;
  readonly issuer: TestIssuer;
  /** Of an administrator. */
  readonly headers: { readonly authorization: string };
  readonly upstreams: Readonly<Record<Name, UpstreamFixture>>;
  /** Claims of what a service was shown, once its signature is checked with the gateway's published key. */
  readShown(authorization: string | undefined): Promise<JWTPayload>;
  close(): Promise<void>;
}

/** A gateway that listens, with a double of each service behind it. @param limits variables of its configuration @param known whose tokens it takes, in place of an issuer of its own @param clock its own */
export async function startGateway(
  limits: Readonly<Record<string, string>> = {},
  known?: TestIssuer,
  clock: Pick<GatewayOptions, 'now' | 'recheckMs'> = {},
  port = 0,
): Promise<GatewayFixture> {
  const issuer = known ?? (await createTestIssuer());
  const signing = await writeSigningKey();
  const names = Object.keys(variables) as Name[];
  const upstreams = Object.fromEntries(names.map((name) => [name, new UpstreamFixture()])) as Record<Name, UpstreamFixture>;
  const addresses = await Promise.all(names.map(async (name) => [variables[name], await upstreams[name].start()] as const));
  const config = readConfig({
    AUTH_JWKS: issuer.jwks,
    GATEWAY_SIGNING_KEY: signing.file,
    ...Object.fromEntries(addresses),
    ...limits,
  });
  const app = await createGateway(config, createLogger('gateway', { level: 'silent' }), clock);
  await app.listen(port, '127.0.0.1');
  return {
    url: await app.getUrl(),
    operations: operationsOf(app),
    issuer,
    headers: await issuer.bearer({ role: 'admin' }),
    upstreams,
    readShown: (authorization) => signing.read(authorization),
    async close() {
      await app.close();
      await Promise.all([...names.map((name) => upstreams[name].stop()), signing.remove()]);
      if (known === undefined) await issuer.close();
    },
  };
}
