import { afterEach, describe, expect, it } from '@jest/globals';
import { AuditPage } from '@motcua/contracts';
import { findFreePort } from '@motcua/embedded';
import { startAuditedService } from '../testing/audited-service.ts';
import { startGateway, type GatewayFixture } from '../testing/gateway-fixture.ts';

const log = '/v1/audit/catalogue';
let gateway: GatewayFixture;
let service: Awaited<ReturnType<typeof startAuditedService>>;
afterEach(async () => {
  await gateway.close();
  await service.close();
});

async function start(variables: Readonly<Record<string, string>>): Promise<void> {
  const port = await findFreePort();
  service = await startAuditedService(`http://127.0.0.1:${port}/.well-known/jwks.json`);
  gateway = await startGateway({ CATALOGUE_URL: service.url, ...variables }, undefined, undefined, port);
}

/** A write, with what its sender says of where it comes from. */
async function verify(said: Readonly<Record<string, string>>): Promise<void> {
  const answer = await fetch(`${gateway.url}${log}/verification`, { method: 'POST', headers: { ...gateway.headers, ...said } });
  expect(answer.status).toBe(200);
}

/** Where the log says that they came from, oldest first. */
async function readAddresses(): Promise<(string | null)[]> {
  const headers = await gateway.issuer.bearer({ role: 'auditor', unit: 'phu-tho' });
  const page = AuditPage.parse(await (await fetch(`${gateway.url}${log}?action=audit.verify`, { headers })).json());
  return page.entries.map(({ address }) => address).reverse();
}

const forged = { forwarded: 'for=203.0.113.9', 'x-real-ip': '203.0.113.9' };

describe('the address that a service behind the gateway keeps in its audit log', () => {
  it('is the caller’s, whatever the caller says of it', async () => {
    await start({});
    await verify({});
    await verify({ ...forged, 'x-forwarded-for': '203.0.113.9' });
    await verify({ 'x-forwarded-for': '203.0.113.9, 198.51.100.1' });
    expect(await readAddresses()).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1']);
  }, 60_000);

  it('is the one that the trusted proxy saw, and nothing that was said before it', async () => {
    await start({ TRUSTED_PROXY_HOPS: '1' });
    await verify({ ...forged, 'x-forwarded-for': '198.51.100.1' });
    await verify({ 'x-forwarded-for': '203.0.113.9, 198.51.100.2' });
    expect(await readAddresses()).toEqual(['198.51.100.1', '198.51.100.2']);
  }, 60_000);
});
