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
import { AttachedFile } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createDigitizationFixture, type DigitizationFixture } from './testing/digitization-service.ts';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { createPdf } from './testing/sample-files.ts';

const places = { same: 'khai-xuan', parent: 'thanh-ba', sibling: 'dong-xuan' };
const path = ['phu-tho', 'thanh-ba', 'khai-xuan'];
const admin = { role: 'admin', sub: 'quan-tri' } as const;

let fixture: DigitizationFixture;
let prober: Prober;
let fileId: string;
const form = new FormData();
const dossier = new DossierHistory({ responsibleUnit: 'khai-xuan' });
const ofDossier = (rest: string) => `/v1/dossiers/${dossier.id}/${rest}`;
beforeAll(async () => {
  fixture = await createDigitizationFixture();
  prober = createProber(
    fixture.issuer,
    askAt(() => fixture.url),
  );
  await fixture.publish(dossier.received(at('2026-03-02 08:00')).events);
  await waitFor(async () => (await fixture.call(ofDossier('components'), admin)).status === 200, { describe: 'the checklist' });
  const scan = await createPdf({ note: 'tờ khai' });
  const uploaded = await fixture.upload(ofDossier('components/1/files'), admin, scan);
  fileId = AttachedFile.parse(uploaded.body).file.fileId;
  form.set('file', new Blob([new Uint8Array(scan)]), 'scan.pdf');
}, 90_000);
afterAll(() => fixture.close());

const check = { count: true, completeness: true, order: true, legibility: true };

const listReads = ({ get }: Prober): readonly Probe[] => [
  { route: 'GET /v1/backlog', action: 'documents.read', path, ask: get(() => '/v1/backlog?unit=khai-xuan') },
  {
    route: 'GET /v1/dossiers/:id/components',
    action: 'documents.read',
    path,
    ask: get(() => ofDossier('components')),
  },
  {
    route: 'GET /v1/dossiers/:id/components/history',
    action: 'documents.read',
    path,
    ask: get(() => ofDossier('components/history')),
  },
  {
    route: 'GET /v1/dossiers/:id/files/:file/content',
    action: 'files.open',
    path,
    ask: get(() => ofDossier(`files/${fileId}/content`)),
  },
];

/** Components and results that there are not, so that nothing is done. */
const listWrites = ({ send }: Prober): readonly Probe[] =>
  (
    [
      ['components/:component/checks', 'components/9/checks', check],
      ['components/:component/exemption', 'components/9/exemption', { reason: 'secret' }],
      ['components/:component/reuse', 'components/9/reuse', { fileId: '0198f0c0-0000-7000-8000-000000000001' }],
      ['components/:component/files', 'components/9/files', form],
      ['result/checks', 'result/checks?result=khac', check],
      ['result/files', 'result/files?result=khac', form],
    ] as const
  ).map(([route, asked, body]) => ({
    route: `POST /v1/dossiers/:id/${route}`,
    action: 'dossiers.digitize',
    path,
    ask: send('POST', () => ofDossier(asked), body),
  }));

const listInstallation = ({ get, send }: Prober): readonly Probe[] => [
  { route: 'POST /v1/digitization-imports', action: 'events.report', ask: send('POST', () => '/v1/digitization-imports', {}) },
  { route: 'GET /v1/digitization-imports/position', action: 'log.follow', ask: get(() => '/v1/digitization-imports/position') },
  { route: 'POST /v1/retention/runs', action: 'operate', ask: send('POST', () => '/v1/retention/runs', { dryRun: true }) },
  {
    route: 'POST /v1/stored-files/verification',
    action: 'operate',
    ask: send('POST', () => '/v1/stored-files/verification', {}),
  },
];

it('lets in on every route whom the table names, in their part of the tree, and nobody else', async () => {
  const ofTheKit = [
    ...listKitProbes('digitization-tracker', prober),
    ...listDeadLetterProbes('/v1/digitization/dlq', prober),
    ...listRebuildProbes('/v1/digitization/rebuild', prober),
    ...listKeysProbes('/v1/file-keys', prober),
  ];
  const probes = [listReads, listWrites, listInstallation].flatMap((list) => list(prober));
  expect(await findAccessFaults(fixture.routes, [...probes, ...ofTheKit], places)).toEqual([]);
}, 60_000);
