import {
  askAt,
  createProber,
  findAccessFaults,
  listKitProbes,
  listDeadLetterProbes,
  listRebuildProbes,
  listKeysProbes,
  type Probe,
  type Prober,
} from '@motcua/access/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { createSlaFixture, type SlaFixture, type SlaInstance } from './testing/sla-service.ts';

const places = { same: 'dong-xuan', parent: 'thanh-ba', sibling: 'khai-xuan' };
const path = ['phu-tho', 'thanh-ba', 'dong-xuan'];
const session = '0198f0c0-0000-7000-8000-000000000001';

let fixture: SlaFixture;
let instance: SlaInstance;
let prober: Prober;
const dossier = new DossierHistory({ responsibleUnit: 'dong-xuan' });
beforeAll(async () => {
  fixture = await createSlaFixture();
  instance = await fixture.startInstance();
  prober = createProber(
    fixture.issuer,
    askAt(() => instance.url),
  );
  await fixture.publish(dossier.received(at('2026-03-02 08:00')).events);
  const read = async () => (await fetch(`${instance.url}/v1/dossiers/${dossier.id}/clocks`, await asAdmin())).status === 200;
  await waitFor(read, { describe: 'the clocks of the dossier', timeoutMs: 20_000 });
}, 60_000);
afterAll(() => fixture.close());
const asAdmin = async () => ({ headers: await fixture.issuer.bearer({ role: 'admin' }) });

const listProbes = ({ get, send }: Prober): readonly Probe[] => [
  { route: 'GET /v1/clocks', action: 'clocks.read', path, ask: get(() => '/v1/clocks?unit=dong-xuan') },
  { route: 'GET /v1/dossiers/:id/clocks', action: 'clocks.read', path, ask: get(() => `/v1/dossiers/${dossier.id}/clocks`) },
  {
    route: 'GET /v1/likely-completed-offline',
    action: 'clocks.read',
    path,
    ask: get(() => '/v1/likely-completed-offline?unit=dong-xuan'),
  },
  {
    route: 'GET /v1/overdue-causes',
    action: 'overdue-causes.read',
    path,
    ask: get(() => '/v1/overdue-causes?unit=dong-xuan'),
  },
  {
    route: 'GET /v1/dossiers/:id/overdue-cause',
    action: 'overdue-causes.read',
    path,
    ask: get(() => `/v1/dossiers/${dossier.id}/overdue-cause`),
  },
  {
    route: 'PUT /v1/dossiers/:id/overdue-cause',
    action: 'dossiers.correct',
    path,
    ask: send('PUT', () => `/v1/dossiers/${dossier.id}/overdue-cause`, { cause: 'real', reasonCode: 'other' }),
  },
  { route: 'POST /v1/clocks/verification', action: 'operate', ask: send('POST', () => '/v1/clocks/verification', {}) },
  { route: 'GET /v1/import-sessions/:id/clocks', action: 'log.follow', ask: get(() => `/v1/import-sessions/${session}/clocks`) },
];

it('lets in on every route whom the table names, in their part of the tree, and nobody else', async () => {
  const ofTheKit = [
    ...listKitProbes('sla-timer', prober),
    ...listDeadLetterProbes('/v1/sla/dlq', prober),
    ...listRebuildProbes('/v1/sla/rebuild', prober),
    ...listKeysProbes('/v1/reason-keys', prober),
  ];
  expect(await findAccessFaults(instance.routes, [...listProbes(prober), ...ofTheKit], places)).toEqual([]);
}, 60_000);
