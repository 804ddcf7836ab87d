import { RouteRules } from '@motcua/access';
import {
  askIn,
  createProber,
  findAccessFaults,
  listKitProbes,
  listKeysProbes,
  type Probe,
  type Prober,
} from '@motcua/access/testing';
import { dossierActions, type DossierAction } from '@motcua/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { actionCases } from './testing/action-cases.ts';
import { person, receipt } from './testing/receipts.ts';
import { startIntake, type RunningIntake } from './testing/start-intake.ts';

const places = { same: 'dong-xuan', parent: 'thanh-ba', sibling: 'khai-xuan' };
const path = ['phu-tho', 'thanh-ba', 'dong-xuan'];

let intake: RunningIntake;
let id: string;
let code: string;
let absence: string;
/** Staff of the unit that is asked about. */
const absent = { staff: 'cv-07', substitute: 'counter-1' };
beforeAll(async () => {
  intake = await startIntake({ now: () => Date.parse('2026-11-16T11:00:00+07:00') });
  const opened = await intake.call({ method: 'POST', url: '/v1/dossiers', body: { ...receipt, applicant: person } });
  const dossier = opened.body['dossier'] as unknown as { readonly dossierId: string; readonly code: string };
  ({ dossierId: id, code } = dossier);
  const body = { ...absent, from: '2026-12-01', to: '2026-12-01' };
  const made = await intake.call({ method: 'POST', url: '/v1/absences', as: ['admin'], body });
  absence = String(made.body['id']);
  // One that was taken back: nobody can confirm it, or take it back again, whoever may.
  await intake.admin.query(
    `INSERT INTO intake.reform (id, digest, document, catalogue, ending, effective_at, state, applied_by, applied_at)
     VALUES ('planted', '', $1, '{"apply": {"units": [], "staff": []}, "revert": {"units": [], "staff": []}}', '{dong-xuan}',
       '2026-01-01', 'reverted', 'somebody', now())`,
    [JSON.stringify({ ...reform, id: 'planted', staff: [] })],
  );
  prober = createProber(
    intake.issuer,
    askIn(() => intake.app),
  );
}, 60_000);
afterAll(() => intake.stop());

let prober: Prober;
const listed = ({ body }: { readonly body: unknown }): boolean => String(body).includes(id);

/** Of a version that it never had: who asks is looked at, and nothing is done. */
const listActions = ({ send }: Prober): readonly Probe[] =>
  (Object.keys(dossierActions) as DossierAction[]).map((action): Probe => ({
    route: `POST /v1/dossiers/:id/${action}`,
    action: `dossiers.${action}`,
    path,
    ask: send('POST', () => `/v1/dossiers/${id}/${action}`, actionCases[action].body, { 'if-match': '"999"' }),
  }));

const listDossiers = ({ get, send }: Prober): readonly Probe[] => [
  {
    route: 'GET /v1/due',
    action: 'dossiers.receive',
    path,
    ask: get(() => `/v1/due?unit=${receipt.unit}&procedure=${receipt.procedure}`),
  },
  { route: 'POST /v1/dossiers', action: 'dossiers.receive', path, ask: send('POST', () => '/v1/dossiers', receipt) },
  {
    route: 'POST /v1/dossiers',
    action: 'dossiers.submit',
    path,
    ask: send('POST', () => '/v1/dossiers', { ...receipt, action: 'submit', channel: 'online' }),
  },
  { route: 'GET /v1/dossiers/:id', action: 'dossiers.read', path, ask: get(() => `/v1/dossiers/${id}`) },
  {
    route: 'GET /v1/dossiers/:id',
    action: 'dossiers.read',
    reveals: 'applicants.read',
    path,
    ask: get(() => `/v1/dossiers/${id}`),
    shows: ({ body }) => String(body).includes(person.idNumber),
  },
  { route: 'GET /v1/dossiers', action: 'dossiers.list', path, ask: get(() => '/v1/dossiers?unit=dong-xuan') },
  { route: 'GET /v1/dossiers', action: 'dossiers.list', path, ask: get(() => '/v1/dossiers?limit=500'), shows: listed },
  { route: 'GET /v1/dossiers', action: 'dossiers.list', path, ask: get(() => `/v1/dossiers?q=${code}`), shows: listed },
  {
    route: 'GET /v1/dossiers',
    action: 'dossiers.list',
    reveals: 'applicants.read',
    path,
    ask: get(() => `/v1/dossiers?q=${person.idNumber}`, { 'motcua-reason': 'citizen-asks' }),
    shows: listed,
  },
  {
    route: 'GET /v1/dossiers/:id/slips/:version',
    action: 'dossiers.print-slip',
    path,
    ask: get(() => `/v1/dossiers/${id}/slips/1`),
  },
  {
    route: 'POST /v1/dossiers/:id/slips/:version',
    action: 'dossiers.print-slip',
    path,
    ask: send('POST', () => `/v1/dossiers/${id}/slips/1`, {}),
  },
  { route: 'GET /v1/dossiers/:id/forms', action: 'dossiers.print-form', path, ask: get(() => `/v1/dossiers/${id}/forms`) },
  {
    route: 'GET /v1/dossiers/:id/forms/:form',
    action: 'dossiers.print-form',
    path,
    ask: get(() => `/v1/dossiers/${id}/forms/receipt.pdf?version=999`), // permitted or not; there is none to draw
  },
  ...['', '/cash-up', '/export'].map((part): Probe => ({
    route: `GET /v1/fees${part}`,
    action: 'fees.read',
    path,
    ask: get(() => `/v1/fees${part}?unit=dong-xuan&from=2026-11-16&to=2026-11-16`),
  })),
  { route: 'GET /v1/absences', action: 'absences.read', path, ask: get(() => '/v1/absences?unit=dong-xuan') },
  {
    route: 'POST /v1/absences',
    action: 'absences.write',
    path,
    ask: send('POST', () => '/v1/absences', { ...absent, from: '2026-12-10', to: '2026-12-11' }),
  },
  {
    route: 'POST /v1/absences/:id/end',
    action: 'absences.write',
    path,
    ask: send('POST', () => `/v1/absences/${absence}/end`, {}),
  },
  {
    route: 'POST /v1/dossiers/:id/applicant-correction',
    action: 'applicants.correct',
    path,
    ask: send('POST', () => `/v1/dossiers/${id}/applicant-correction`, { applicant: person }),
  },
  {
    route: 'POST /v1/dossiers/:id/applicant-erasure',
    action: 'applicants.ask-erasure',
    path,
    ask: send('POST', () => `/v1/dossiers/${id}/applicant-erasure`, { ground: 'applicant-asked' }),
  },
  {
    route: 'POST /v1/dossiers/:id/applicant-erasure/decision',
    action: 'applicants.erase',
    path,
    ask: send('POST', () => `/v1/dossiers/${id}/applicant-erasure/decision`, { decision: 'reject' }),
  },
  {
    route: 'POST /v1/dossiers/:id/applicant-erasure/take-back',
    action: 'applicants.ask-erasure',
    path,
    ask: send('POST', () => `/v1/dossiers/${id}/applicant-erasure/take-back`, undefined),
  },
  {
    route: 'GET /v1/applicant-erasures',
    action: 'applicants.erase',
    path,
    ask: get(() => '/v1/applicant-erasures?unit=dong-xuan'),
  },
  { route: 'GET /v1/applicant-changes', action: 'applicants.refer', ask: get(() => '/v1/applicant-changes') },
  { route: 'GET /v1/proposals', action: 'dossiers.approve-proposal', path, ask: get(() => '/v1/proposals?unit=dong-xuan') },
  { route: 'GET /v1/dossiers/:id/contact', action: 'applicants.contact', path, ask: get(() => `/v1/dossiers/${id}/contact`) },
  {
    route: 'GET /v1/dossiers/:id/applicant-ref',
    action: 'applicants.refer',
    path,
    ask: get(() => `/v1/dossiers/${id}/applicant-ref`),
  },
];

const period = 'from=2026-11-01&to=2026-11-30';
const listRatings = ({ get, send }: Prober): readonly Probe[] => [
  {
    route: 'POST /v1/dossiers/:id/rating-token',
    action: 'ratings.ask',
    path,
    ask: send('POST', () => `/v1/dossiers/${id}/rating-token`, {}),
  },
  {
    route: 'GET /v1/dossiers/:id/rating-tokens',
    action: 'dossiers.read',
    path,
    ask: get(() => `/v1/dossiers/${id}/rating-tokens`),
  },
  { route: 'GET /v1/ratings', action: 'ratings.read', path, ask: get(() => `/v1/ratings?unit=dong-xuan&${period}`) },
  { route: 'POST /v1/ratings/verification', action: 'operate', ask: send('POST', () => '/v1/ratings/verification', {}) },
  { route: 'POST /v1/rating-imports', action: 'events.report', ask: send('POST', () => '/v1/rating-imports', { ratings: [{}] }) },
];

/** Of a file that would move what the units end: who asks is looked at first. */
const reform = {
  id: 'access-spec',
  name: { vi: 'Thử' },
  law: 'NQ 1676/NQ-UBTVQH15',
  effectiveFrom: '2026-01-01',
  units: [],
  successions: [{ from: 'dong-xuan', to: 'khai-xuan' }],
};
const listReforms = ({ get, send }: Prober): readonly Probe[] => {
  const ofProvince = ['phu-tho', 'thanh-ba'];
  return [
    { route: 'POST /v1/reforms', action: 'reforms.apply', path: ofProvince, ask: send('POST', () => '/v1/reforms', { reform }) },
    {
      route: 'GET /v1/reforms',
      action: 'reforms.read',
      path: ofProvince,
      ask: get(() => '/v1/reforms'),
      shows: ({ body }) => String(body).includes('"planted"'),
    },
    { route: 'GET /v1/reforms/:id', action: 'reforms.read', path: ofProvince, ask: get(() => '/v1/reforms/planted') },
    {
      route: 'POST /v1/reforms/:id/confirm',
      action: 'reforms.confirm',
      path: ofProvince,
      ask: send('POST', () => '/v1/reforms/planted/confirm', {}),
    },
    {
      route: 'POST /v1/reforms/:id/revert',
      action: 'reforms.apply',
      path: ofProvince,
      ask: send('POST', () => '/v1/reforms/planted/revert', {}),
    },
  ];
};

const session = '0198f0c0-0000-7000-8000-000000000001';
const listInstallation = ({ get, send }: Prober): readonly Probe[] => [
  { route: 'POST /v1/events', action: 'events.report', ask: send('POST', () => '/v1/events', {}) },
  { route: 'GET /v1/events/position', action: 'log.follow', ask: get(() => '/v1/events/position') },
  { route: 'POST /v1/import-sessions', action: 'events.report', ask: send('POST', () => '/v1/import-sessions', {}) },
  { route: 'GET /v1/import-sessions/:id', action: 'log.follow', ask: get(() => `/v1/import-sessions/${session}`) },
  {
    route: 'POST /v1/import-sessions/:id/close',
    action: 'events.report',
    ask: send('POST', () => `/v1/import-sessions/${session}/close`, {}),
  },
  { route: 'GET /v1/reference/:kind/:code', action: 'reference.read', ask: get(() => '/v1/reference/units/dong-xuan') },
  { route: 'POST /v1/calendar-changes', action: 'reference.write', ask: send('POST', () => '/v1/calendar-changes', {}) },
  { route: 'GET /v1/calendar-changes', action: 'reference.write', ask: get(() => '/v1/calendar-changes?calendar=vn&version=1') },
];

it('lets in on every route whom the table names, in their part of the tree, and nobody else', async () => {
  const ofTheKit = [...listKitProbes('dossier-intake', prober), ...listKeysProbes('/v1/applicant-keys', prober)];
  const probes = [listDossiers, listActions, listRatings, listReforms, listInstallation].flatMap((list) => list(prober));
  expect(await findAccessFaults(intake.app.get(RouteRules).list(), [...probes, ...ofTheKit], places)).toEqual([]);
}, 60_000);
