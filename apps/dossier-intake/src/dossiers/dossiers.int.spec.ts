import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dossierCodePattern } from './codes/dossier-code.ts';
import { person, receipt } from '../testing/receipts.ts';
import { startIntake, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.stop());

const counter = ['counter', 'dong-xuan'] as const;
const specialist = ['specialist', 'dong-xuan'] as const;

const post = (url: string, body: unknown, more: object = {}): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url, body, as: counter, ...more });
const open = (more: object = {}): Promise<CallAnswer> => post('/v1/dossiers', { ...receipt, ...more });
const idOf = ({ body }: CallAnswer): string => (body['dossier'] as unknown as { dossierId: string }).dossierId;
const act = (id: string, action: string, body: object = {}, more: object = {}): Promise<CallAnswer> =>
  post(`/v1/dossiers/${id}/${action}`, { occurredAt: '2026-11-17T09:00:00+07:00', ...body }, more);
const rows = async (sql: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await intake.admin.query<Record<string, unknown>>(sql, parameters)).rows;

describe('POST /v1/dossiers', () => {
  it('answers code, due moment and the ledger that explains it', async () => {
    const answer = await open();
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ etag: '"1"', location: `/v1/dossiers/${idOf(answer)}` });
    expect(answer.body).toMatchObject({
      dossier: {
        code: expect.stringMatching(/^H44\.05\.01-261116-\d{4}$/),
        status: 2,
        dossierVersion: 1,
        responsiblePath: ['phu-tho', 'thanh-ba', 'dong-xuan'],
        ruleSet: 'nd-118-2025',
        originalDue: '2026-11-19T03:00:00.000Z',
        officer: 'counter-1',
      },
    });
    expect(answer.body['ledger']).toContainEqual(expect.objectContaining({ kind: 'day', date: '2026-11-19', ordinal: 3 }));
  });

  it('gives a code only with the receipt of a submission', async () => {
    const submitted = await open({ action: 'submit', channel: 'online' });
    expect(submitted.body).toMatchObject({ dossier: { code: null, status: 1, receivedAt: null } });
    const accepted = await act(idOf(submitted), 'receive');
    expect(accepted.body).toMatchObject({
      dossier: { code: expect.stringMatching(dossierCodePattern), status: 2, dossierVersion: 2 },
    });
  });

  it('refuses what the reference data do not know, and the wrong level', async () => {
    expect((await open({ procedure: '9.999999' })).body).toMatchObject({ status: 422, code: 'procedure.unknown' });
    expect((await open({ unit: 'nowhere' })).body).toMatchObject({ status: 422, code: 'unit.unknown' });
    const district = await post('/v1/dossiers', { ...receipt, unit: 'thanh-ba' }, { as: ['counter', 'thanh-ba'] });
    expect(district.body).toMatchObject({
      status: 422,
      code: 'procedure.not-at-this-level',
      titles: { vi: expect.any(String), en: expect.any(String) },
    });
  });

  it('refuses a field that it does not know rather than guess', async () => {
    expect((await open({ kind: 'submit' })).body).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('refuses texts that no log could hold', async () => {
    expect((await open({ officer: 'a\u0000b' })).body).toMatchObject({
      status: 400,
      code: 'request.not-storable',
      errors: [{ pointer: '/officer' }],
    });
  });

  it('numbers without gap or double while many receive at once', async () => {
    const day = { unit: 'khai-xuan', occurredAt: '2026-11-10T09:00:00+07:00' };
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        post(
          '/v1/dossiers',
          { ...receipt, ...day, ...(index % 5 === 0 ? { procedure: '9.999999' } : {}) },
          { as: ['counter', 'khai-xuan'] },
        ),
      ),
    );
    const codes = answers
      .filter(({ status }) => status === 201)
      .map(({ body }) => (body['dossier'] as unknown as { code: string }).code);
    expect(codes.toSorted()).toEqual(
      Array.from({ length: 48 }, (_, index) => `H44.05.02-261110-${String(index + 1).padStart(4, '0')}`),
    );
  });
});

describe('a dossier’s day', () => {
  it('goes from receipt to return, and its history tells', async () => {
    const id = idOf(await open());
    await act(id, 'transfer', { toUnit: 'dong-xuan', officer: 'cv-07' });
    await act(id, 'request-supplement', { reasonCode: 'components-missing', reasonText: 'Thiếu bản sao' }, { as: specialist });
    const standing = await act(
      id,
      'extend',
      { reasonCode: 'verification', newDue: '2026-11-27T10:00:00+07:00' },
      { as: ['head', 'dong-xuan'] },
    );
    expect(standing.body).toMatchObject({ status: 409, code: 'dossier.clock-stands' });
    await act(id, 'receive-supplement', { occurredAt: '2026-11-18T09:00:00+07:00' });
    await act(id, 'process', { occurredAt: '2026-11-18T10:00:00+07:00' }, { as: specialist });
    await act(id, 'return', { occurredAt: '2026-11-18T11:00:00+07:00' });
    const { body } = await intake.call({ url: `/v1/dossiers/${id}`, as: counter });
    expect(body).toMatchObject({
      dossier: {
        status: 10,
        endedBy: 'processed',
        dossierVersion: 6,
        supplementCount: 1,
        originalDue: '2026-11-20T03:00:00.000Z',
      },
    });
    const history = body['history'] as unknown as { type: string; change: object; reasonText?: string }[];
    expect(history[2]?.reasonText).toBe('Thiếu bản sao');
    expect(history.map(({ type, change }) => [type.split('.')[3], change])).toEqual([
      ['received', {}],
      ['transferred', { fromUnit: 'dong-xuan', toUnit: 'dong-xuan' }],
      ['supplement-requested', { reasonCode: 'components-missing', ordinal: 1 }],
      ['supplement-received', {}],
      ['processed', {}],
      ['returned', {}],
    ]);
  });

  it('is given reasons of the catalogue for that command alone; a refusal names them, and not what was written', async () => {
    const id = idOf(await open());
    const refused = await act(id, 'refuse', { reasonCode: 'Bà Nguyễn Thị Hoa 0912345678' });
    expect(refused.body).toMatchObject({ status: 422, code: 'command.reason-unknown' });
    expect(refused.body['detail']).toContain('components-missing, other');
    expect(JSON.stringify(refused.body)).not.toMatch(/Hoa|0912345678/);
    expect((await act(id, 'refuse', { reasonCode: 'verification' })).body).toMatchObject({ code: 'command.reason-unknown' });
    expect((await act(id, 'refuse', { reasonCode: 'other' })).body).toMatchObject({
      status: 422,
      code: 'command.reason-text-missing',
    });
    expect((await act(id, 'refuse', { reasonCode: 'other', reasonText: 'Hồ sơ của người khác' })).status).toBe(200);
    expect(intake.logs.join('\n')).not.toMatch(/Hoa|0912345678/);
  });

  it('keeps each change of a dossier in its turn when many come at once', async () => {
    const id = idOf(await open());
    const units = ['khai-xuan', 'dong-xuan', 'phong-tu-phap', 'thanh-ba'];
    await Promise.all(
      Array.from({ length: 24 }, (_, index) => act(id, 'transfer', { toUnit: units[index % 4] }, { as: ['admin'] })),
    );
    const ordered = await rows('SELECT version FROM intake.event e WHERE dossier_id = $1 ORDER BY e.xid, e.position', [id]);
    expect(ordered.length).toBeGreaterThan(4);
    expect(ordered.map(({ version }) => version)).toEqual(ordered.map((_, index) => index + 1));
  });
});

describe('access', () => {
  it('needs a token, the unit and the role', async () => {
    expect((await intake.app.inject({ method: 'POST', url: '/v1/dossiers', payload: receipt })).statusCode).toBe(401);
    expect((await post('/v1/dossiers', receipt, { as: ['counter', 'khai-xuan'] })).body).toMatchObject({
      status: 403,
      code: 'auth.forbidden',
    });
    const id = idOf(await open());
    expect((await act(id, 'process', {}, { as: counter })).status).toBe(403);
    expect((await intake.call({ url: `/v1/dossiers/${id}`, as: ['counter', 'khai-xuan'] })).status).toBe(403);
    expect((await intake.call({ url: `/v1/dossiers/${id}`, as: ['leader', 'thanh-ba'] })).status).toBe(200);
  });

  it('lets those who handle a dossier act on it', async () => {
    const id = idOf(await open());
    await act(id, 'transfer', { toUnit: 'phong-tu-phap' });
    expect(
      (await act(id, 'process', { occurredAt: '2026-11-17T10:00:00+07:00' }, { as: ['specialist', 'phong-tu-phap'] })).status,
    ).toBe(200);
  });
});

describe('applicants', () => {
  it('are readable for who handles the dossier, masked for others, and found by phone or ID number', async () => {
    const id = idOf(await open({ applicant: person }));
    expect((await intake.call({ url: `/v1/dossiers/${id}`, as: counter })).body['applicant']).toEqual(person);
    const masked = await intake.call({ url: `/v1/dossiers/${id}`, as: ['leader', 'thanh-ba'] });
    expect(masked.body['applicant']).toEqual({
      name: 'N*** T*** B*** M***',
      idNumber: '***234',
      phone: '***678',
      email: '***',
      address: '***',
    });
    for (const q of ['0912.345.678', '025185001234']) {
      const search = { url: `/v1/dossiers?q=${encodeURIComponent(q)}`, headers: { 'motcua-reason': 'citizen-asks' } };
      const found = await intake.call({ ...search, as: counter });
      expect((found.body['dossiers'] as unknown as { dossierId: string }[]).map(({ dossierId }) => dossierId)).toEqual([id]);
      expect((await intake.call({ ...search, as: ['leader', 'thanh-ba'] })).body['dossiers']).toEqual([]);
      const unexplained = await intake.call({ url: search.url, as: counter });
      expect([unexplained.status, unexplained.body['code']]).toEqual([400, 'audit.reason-missing']);
    }
  });

  it('lie in no column, no event and no log in plain text', async () => {
    await open({ applicant: person });
    const tables = await rows(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'intake' AND table_type = 'BASE TABLE'",
    );
    const dumps = await Promise.all(tables.map(({ name }) => rows(`SELECT t::text AS line FROM intake.${String(name)} t`)));
    const written = [...dumps.flat().map(({ line }) => String(line)), ...intake.logs].join('\n');
    for (const secret of Object.values(person)) {
      expect(written).not.toContain(secret);
      expect(written).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });
});

describe('GET /v1/dossiers', () => {
  it('pages through what a unit answers for or handles', async () => {
    const all: unknown[] = [];
    let cursor = '';
    do {
      const { body } = await intake.call({ url: `/v1/dossiers?unit=khai-xuan&limit=20${cursor}`, as: ['leader', 'thanh-ba'] });
      all.push(...(body['dossiers'] as unknown as unknown[]));
      const next = body['next'] as unknown as string | null;
      cursor = next === null ? '' : `&cursor=${next}`;
    } while (cursor !== '');
    const [expected] = await rows(
      "SELECT count(*)::int AS count FROM intake.dossier WHERE 'khai-xuan' IN (responsible_unit, handling_unit)",
    );
    expect(all).toHaveLength(Number(expected?.['count']));
  });

  it('finds by code, status and due moment', async () => {
    const { dossier } = (await open()).body as unknown as { dossier: { code: string; dossierId: string } };
    const list = async (query: string): Promise<string[]> =>
      (
        (await intake.call({ url: `/v1/dossiers?limit=500&${query}`, as: counter })).body['dossiers'] as unknown as {
          dossierId: string;
        }[]
      ).map(({ dossierId }) => dossierId);
    expect(await list(`q=${dossier.code}`)).toEqual([dossier.dossierId]);
    expect(await list('status=2&dueBefore=2026-11-19T03:00:01Z')).toContain(dossier.dossierId);
    expect(await list('status=2&dueBefore=2026-11-19T03:00:00Z')).not.toContain(dossier.dossierId);
  });

  it('tells what its reader may do next, and names applicants where that is asked for', async () => {
    const { dossier } = (await open({ applicant: person })).body as unknown as { dossier: { code: string } };
    const find = async (query: string, as: NonNullable<Parameters<typeof intake.call>[0]['as']>) =>
      ((await intake.call({ url: `/v1/dossiers?q=${dossier.code}${query}`, as })).body['dossiers'] as unknown as object[])[0];
    expect(await find('', counter)).toMatchObject({
      actions: ['refuse', 'transfer', 'request-supplement', 'request-payment', 'request-withdrawal', 'return'],
    });
    expect(await find('', counter)).not.toHaveProperty('applicantName');
    expect(await find('&applicants=true', specialist)).toMatchObject({
      applicantName: person.name,
      actions: ['refuse', 'transfer', 'request-supplement', 'request-payment', 'process'],
    });
    expect(await find('&applicants=true', ['leader', 'thanh-ba'])).toMatchObject({
      applicantName: 'N*** T*** B*** M***',
      actions: [],
    });
  });

  it('is closed to other units, and refuses a bad question', async () => {
    expect((await intake.call({ url: '/v1/dossiers?unit=khai-xuan', as: counter })).status).toBe(403);
    expect((await intake.call({ url: '/v1/dossiers?cursor=rubbish', as: counter })).body).toMatchObject({
      code: 'cursor.invalid',
    });
    expect((await intake.call({ url: '/v1/dossiers?status=11', as: counter })).status).toBe(400);
  });
});
