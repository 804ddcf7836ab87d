import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool, inTransaction } from '@motcua/postgres';
import type { RetentionBatch } from '@motcua/service';
import { findInDatabase, waitFor } from '@motcua/testing';
import { person } from '../testing/receipts.ts';
import { startIntake, type Call, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';
import { eraseAfterTerm } from './erase-after-term.ts';

const DAY_MS = 86_400_000;
const start = Date.parse('2026-11-20T10:00:00+07:00');
let intake: RunningIntake;
let everything: string;
beforeAll(async () => {
  intake = await startIntake({ now: () => start });
  const url = new URL(process.env['TEST_DATABASE_ADMIN_URL'] ?? '');
  url.pathname = new URL(intake.databaseUrl).pathname;
  everything = url.href;
}, 60_000);
afterAll(() => intake.stop());

const counter = ['counter', 'dong-xuan'] as const;
const head = ['head', 'dong-xuan'] as const;
const planted = ['Trần Thị Bưởi Đào', '0987600321', '001088123456'] as const;
const applicant = {
  name: planted[0],
  phone: planted[1],
  idNumber: planted[2],
  email: 'buoi.dao@example.vn',
  address: planted[0],
};
const post = (url: string, body: unknown = {}, as: Call['as'] = counter): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url, body, as });
const idOf = ({ body }: CallAnswer): string => (body['dossier'] as unknown as { dossierId: string }).dossierId;

/** With something of a person in every place that there is for it, the rating apart. */
async function open(): Promise<string> {
  const fee = { amount: 8_000, receiptNumber: planted[0] };
  const desk = { authorised: { name: planted[0], phone: planted[1] }, fee, note: planted[0] };
  const body = { unit: 'dong-xuan', procedure: '1.000689', channel: 'in-person', applicant, desk };
  const id = idOf(await post('/v1/dossiers', body));
  const words = { reasonCode: 'other', reasonText: planted[0], desk: { papers: [{ name: planted[0] }] } };
  await post(`/v1/dossiers/${id}/request-supplement`, words);
  await post(`/v1/dossiers/${id}/receive-supplement`);
  return id;
}
async function finish(id: string): Promise<string> {
  await post(`/v1/dossiers/${id}/process`, {}, ['specialist', 'dong-xuan']);
  expect((await post(`/v1/dossiers/${id}/return`, { desk: { takenBy: { name: planted[0] } } })).status).toBe(200);
  return id;
}
/** Submitted online, and answered by nobody. */
async function submit(): Promise<string> {
  const body = { unit: 'dong-xuan', procedure: '1.000689', channel: 'online', action: 'submit', applicant };
  return idOf(await post('/v1/dossiers', body));
}
/** Submitted online and never received. */
async function submitInVain(action: 'refuse' | 'stop'): Promise<string> {
  const id = await submit();
  const words = { reasonCode: 'other', reasonText: planted[0] };
  expect((await post(`/v1/dossiers/${id}/${action}`, words, head)).status).toBe(200);
  return id;
}
/** Names no applicant; somebody wrote beside the rating that was given at the counter. */
async function openNobodys(): Promise<string> {
  const id = idOf(await post('/v1/dossiers', { unit: 'dong-xuan', procedure: '1.000689', channel: 'in-person' }));
  await post(`/v1/dossiers/${id}/process`, {}, ['specialist', 'dong-xuan']);
  await post(`/v1/dossiers/${id}/return`);
  await rate(id, (await post(`/v1/dossiers/${id}/rating-token`, undefined)).body['token']);
  return id;
}
async function rate(id: string, given?: unknown): Promise<void> {
  const token = given ?? (await intake.call({ url: `/v1/dossiers/${id}/contact` })).body['ratingToken'];
  const answers = ['time', 'visits', 'guidance', 'attitude', 'feedback'].map((question) => ({ question, value: 5 }));
  const payload = { token, answers, comment: `${planted[0]} ${planted[1]}` };
  expect((await intake.app.inject({ method: 'POST', url: '/v1/ratings', payload })).statusCode).toBe(201);
}
const ask = (id: string, as: Call['as'] = counter) =>
  post(`/v1/dossiers/${id}/applicant-erasure`, { ground: 'applicant-asked' }, as);
const decide = (id: string, as: Call['as'] = head, decision = 'approve') =>
  post(`/v1/dossiers/${id}/applicant-erasure/decision`, { decision }, as);
const takeBack = (id: string, as: Call['as'] = counter) => post(`/v1/dossiers/${id}/applicant-erasure/take-back`, undefined, as);
const listWaiting = async (): Promise<string[]> => {
  const { body } = await intake.call({ url: '/v1/applicant-erasures', as: ['head', 'thanh-ba'] });
  return (body['erasures'] as unknown as { dossierId: string }[]).map(({ dossierId }) => dossierId);
};
/** How many wait for the lock of a dossier. */
const countBehind = async (id: string): Promise<number> => {
  const behind = `SELECT FROM pg_locks, (SELECT hashtextextended($1, 0) AS k) AS key WHERE locktype = 'advisory' AND NOT granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND (classid::bigint << 32) | objid::bigint = k`;
  return (await intake.admin.query(behind, [id])).rowCount ?? -1;
};
const viewOf = async (id: string, as: Call['as'] = counter) => (await intake.call({ url: `/v1/dossiers/${id}`, as })).body;
const changesAfter = async (after: string) =>
  (await intake.call({ url: `/v1/applicant-changes?after=${after}` })).body['changes'] as unknown as {
    position: string;
    dossierId: string;
    kind: string;
    ground: string | null;
  }[];
const lastChange = async (): Promise<string> => (await changesAfter('0')).at(-1)?.position ?? '0';

/** Columns of bytes in tables that have rows of dossiers: what is sealed or hashed of a person lies in one, whoever adds it. */
const sealedColumns = `
SELECT c.table_schema || '.' || c.table_name AS relation, c.column_name AS name FROM information_schema.columns AS c
JOIN information_schema.columns AS id USING (table_schema, table_name) JOIN information_schema.tables AS t USING (table_schema, table_name)
WHERE c.data_type = 'bytea' AND id.column_name = 'dossier_id' AND t.table_type = 'BASE TABLE' ORDER BY 1, 2`;

/** What is sealed or hashed of a dossier, by its place. */
async function listSealed(id: string): Promise<Map<string, Buffer[]>> {
  const sealed = new Map<string, Buffer[]>();
  const { rows: columns } = await intake.admin.query<{ relation: string; name: string }>(sealedColumns);
  for (const { relation, name } of columns) {
    const { rows } = await intake.admin.query<{ bytes: Buffer }>(
      `SELECT ${name} AS bytes FROM ${relation} WHERE dossier_id = $1 AND ${name} IS NOT NULL`,
      [id],
    );
    if (rows.length > 0)
      sealed.set(
        `${relation}.${name}`,
        rows.map(({ bytes }) => bytes),
      );
  }
  return sealed;
}

describe('an applicant whose data are to be erased', () => {
  it('is known nowhere any more once a second person has approved it, and what is left says so without naming anybody', async () => {
    const id = await finish(await open());
    await rate(id);
    const [other, before] = [await open(), await lastChange()];
    const places = [...(await listSealed(id)).keys()];
    expect(places).toEqual(
      expect.arrayContaining([
        ...['name', 'id_number', 'phone', 'email', 'address', 'id_number_hash', 'phone_hash'].map((c) => `intake.applicant.${c}`),
        ...['intake.desk_entry.words', 'intake.step_entry.words', 'intake.reason.text', 'intake.rating.comment'],
        'intake.fee_taking.receipt_number',
        'intake.look_up_token.token_hash',
      ]),
    );
    expect((await ask(id)).body).toMatchObject({ state: 'waiting', ground: 'applicant-asked', askedBy: 'counter-1' });
    expect((await listSealed(id)).size).toBe(places.length);
    expect((await decide(id)).body).toMatchObject({ state: 'erased', decidedBy: 'head-1' });

    expect([...(await listSealed(id)).keys()]).toEqual([]);
    expect((await listSealed(other)).size).toBeGreaterThan(0);
    const view = await viewOf(id);
    expect([view['applicant'], view['desk']]).toEqual([undefined, undefined]);
    expect(view['erasure']).toMatchObject({ state: 'erased', ground: 'applicant-asked' });
    expect(JSON.stringify(view)).not.toMatch(new RegExp(planted.join('|')));
    expect((await intake.call({ url: `/v1/dossiers/${id}/contact` })).body).toMatchObject({
      name: null,
      phone: null,
      email: null,
    });
    expect((await intake.call({ url: `/v1/dossiers/${id}/applicant-ref` })).body['applicantRef']).toBeNull();
    const found = await intake.call({
      url: `/v1/dossiers?q=${planted[2]}`,
      as: counter,
      headers: { 'motcua-reason': 'citizen-asks' },
    });
    expect((found.body['dossiers'] as unknown as { dossierId: string }[]).map(({ dossierId }) => dossierId)).toEqual([other]);
    expect(await findInDatabase(everything, planted)).toEqual([]);
    expect(await changesAfter(before)).toMatchObject([{ dossierId: id, kind: 'erased', ground: 'applicant-asked' }]);
    // Figures stay: the rating counts, without its words.
    const { rows } = await intake.admin.query('SELECT satisfied, comment FROM intake.rating WHERE dossier_id = $1', [id]);
    expect(rows).toEqual([{ satisfied: true, comment: null }]);
  });

  it('is asked for by one and decided on by another', async () => {
    const id = await finish(await open());
    await ask(id, head);
    expect((await decide(id, head)).body).toMatchObject({ status: 403, code: 'erasure.own' });
    expect((await listSealed(id)).size).toBeGreaterThan(0);
    const waiting = (await intake.call({ url: '/v1/applicant-erasures', as: ['head', 'thanh-ba'] })).body['erasures'];
    expect(waiting).toMatchObject([{ dossierId: id, state: 'waiting' }]);
    expect((await intake.call({ url: '/v1/applicant-erasures', as: ['head', 'khai-xuan'] })).body['erasures']).toEqual([]);
    expect((await decide(id, ['head', 'thanh-ba'])).status).toBe(403);
    expect((await decide(id, { role: 'head', sub: 'head-2', unit: 'thanh-ba' })).body).toMatchObject({ state: 'erased' });
    expect((await listSealed(id)).size).toBe(0);
    const listErased = async (query: string, unit = 'thanh-ba') =>
      (await intake.call({ url: `/v1/applicant-erasures?state=erased${query}`, as: ['head', unit] })).body;
    const known = (await listErased(''))['erasures'] as unknown as { dossierId: string }[];
    expect(known.map(({ dossierId }) => dossierId)).toContain(id);
    expect(await listErased('&since=2026-11-20T10:00:00.001%2B07:00')).toEqual({ erasures: [], next: null });
    expect(await listErased('', 'khai-xuan')).toEqual({ erasures: [], next: null });
  });

  it('stays known while the dossier is not over, and where nobody asked or it was rejected', async () => {
    const id = await open();
    expect((await ask(id)).body).toMatchObject({ status: 409, code: 'erasure.dossier-open' });
    await post(`/v1/dossiers/${id}/process`, {}, ['specialist', 'dong-xuan']);
    expect((await ask(id)).body).toMatchObject({ status: 409, code: 'erasure.dossier-open' });
    await post(`/v1/dossiers/${id}/return`);
    expect((await decide(id)).body).toMatchObject({ status: 409, code: 'erasure.not-asked' });
    await ask(id);
    const why = { decision: 'reject', reason: 'still-needed' };
    const rejected = { state: 'rejected', reason: 'still-needed', decidedBy: 'head-1' };
    expect((await post(`/v1/dossiers/${id}/applicant-erasure/decision`, why, head)).body).toMatchObject(rejected);
    const view = await viewOf(id);
    expect([view['applicant'], view['erasure']]).toMatchObject([{ name: planted[0] }, rejected]);
    expect((await decide(id)).body).toMatchObject({ code: 'erasure.not-asked' });
    expect((await ask(id)).body).toMatchObject({ state: 'waiting' });
  });

  it('is not erased twice, and what was written since may be asked for', async () => {
    const id = await finish(await open());
    const { token } = (await post(`/v1/dossiers/${id}/rating-token`, undefined)).body;
    await ask(id);
    await decide(id);
    expect((await ask(id)).body).toMatchObject({ status: 409, code: 'erasure.nothing-kept' });
    await rate(id, token);
    expect([...(await listSealed(id)).keys()]).toEqual(['intake.rating.comment']);
    await ask(id);
    expect((await decide(id, head, 'reject')).body).toMatchObject({ state: 'rejected' });
    expect((await viewOf(id))['erasure']).toMatchObject({ state: 'erased' });
    await ask(id);
    expect((await decide(id)).status).toBe(200);
    expect((await listSealed(id)).size).toBe(0);
  });

  it('is erased on request also where the term is over or nobody was named: papers are kept elsewhere', async () => {
    const nobodys = await openNobodys();
    const before = await lastChange();
    await ask(nobodys);
    expect((await decide(nobodys)).status).toBe(200);
    expect(await changesAfter(before)).toMatchObject([{ dossierId: nobodys, kind: 'erased', ground: 'applicant-asked' }]);
  });
});

describe('what was asked for', () => {
  it('is taken back by whoever asked, and by nobody else; who decides finds it gone', async () => {
    const id = await finish(await open());
    expect((await takeBack(id)).body).toMatchObject({ status: 409, code: 'erasure.not-asked' });
    await ask(id);
    for (const other of [head, { role: 'counter', unit: 'dong-xuan', sub: 'counter-2' } as const, ['admin'] as const])
      expect((await takeBack(id, other)).body).toMatchObject({ status: 403, code: 'erasure.not-own' });
    expect(await listWaiting()).toContain(id);

    const takenBack = { state: 'taken-back', askedBy: 'counter-1', decidedBy: 'counter-1' };
    expect((await takeBack(id)).body).toMatchObject(takenBack);
    expect((await takeBack(id)).body).toMatchObject(takenBack);
    expect(await listWaiting()).not.toContain(id);
    expect((await decide(id)).body).toMatchObject({ status: 409, code: 'erasure.not-asked' });
    expect((await listSealed(id)).size).toBeGreaterThan(0);
    expect((await viewOf(id))['erasure']).toMatchObject(takenBack);
    expect((await ask(id)).body).toMatchObject({ state: 'waiting', decidedBy: null });
  });

  it('is not taken back once it was decided on', async () => {
    const [approved, rejected] = [await finish(await open()), await finish(await open())];
    await ask(approved);
    await ask(rejected);
    await decide(approved);
    await decide(rejected, head, 'reject');
    for (const id of [approved, rejected])
      expect((await takeBack(id)).body).toMatchObject({ status: 409, code: 'erasure.not-asked' });
    expect((await viewOf(approved))['erasure']).toMatchObject({ state: 'erased' });
    expect((await viewOf(rejected))['erasure']).toMatchObject({ state: 'rejected' });
  });

  it.each([
    ['erased', 'the approval', decide, takeBack],
    ['taken-back', 'the taking back', takeBack, decide],
  ])('is %s, and that alone, where %s comes first and the other has begun', async (state, _first, first, second) => {
    const id = await finish(await open());
    await ask(id);
    const answers: Promise<CallAnswer>[] = [];
    // Both have begun and wait for the dossier, in this order: neither has looked at what waits.
    const holder = await intake.admin.connect();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
      for (const act of [first, second]) {
        answers.push(act(id));
        await waitFor(async () => (await countBehind(id)) === answers.length, { describe: 'it to wait for the dossier' });
      }
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
    const [won, lost] = await Promise.all(answers);
    expect([won?.body, lost?.body]).toMatchObject([{ state }, { status: 409, code: 'erasure.not-asked' }]);
    expect((await listSealed(id)).size === 0).toBe(state === 'erased');
    expect((await viewOf(id))['erasure']).toMatchObject({ state });
  });
});

describe('an applicant whose submission was never received', () => {
  it.each(['refuse', 'stop'] as const)('is erased as others are, after: %s', async (action) => {
    const id = await submitInVain(action);
    expect([(await ask(id)).status, (await decide(id)).status]).toEqual([200, 200]);
    expect((await listSealed(id)).size).toBe(0);
  });
});

describe('an applicant whose data are wrong', () => {
  it('is put right whole, with a record of which fields and by whom, and by what is right alone it is found', async () => {
    const id = await open();
    const before = await lastChange();
    const right = { ...person, phone: '0911222444' };
    const corrected = await post(`/v1/dossiers/${id}/applicant-correction`, { applicant: right });
    expect(corrected.body).toMatchObject({ fields: ['address', 'email', 'idNumber', 'name', 'phone'], correctedBy: 'counter-1' });
    expect((await viewOf(id))['applicant']).toEqual(right);
    const find = async (q: string): Promise<boolean> => {
      const answer = await intake.call({ url: `/v1/dossiers?q=${q}`, as: counter, headers: { 'motcua-reason': 'citizen-asks' } });
      return JSON.stringify(answer.body).includes(id);
    };
    expect([await find(person.idNumber), await find('0911222444'), await find(planted[2])]).toEqual([true, true, false]);
    expect(await changesAfter(before)).toMatchObject([{ dossierId: id, kind: 'corrected', ground: null }]);
    const { rows } = await intake.admin.query<{ row: string }>(
      'SELECT row_to_json(c)::text AS row FROM intake.applicant_change c WHERE dossier_id = $1',
      [id],
    );
    expect(rows[0]?.row).not.toMatch(/Bí Mật|0911222444|Bưởi/);
    expect((await post(`/v1/dossiers/${id}/applicant-correction`, { applicant: right })).body['fields']).toEqual([]);
    expect(await changesAfter(before)).toHaveLength(1);
  });

  it('cannot be put right after it was erased, or where the dossier names nobody', async () => {
    const id = await finish(await open());
    await ask(id);
    await decide(id);
    const correct = (of: string) => post(`/v1/dossiers/${of}/applicant-correction`, { applicant: person });
    expect((await correct(id)).body).toMatchObject({ status: 409, code: 'applicant.erased' });
    const nobody = idOf(await post('/v1/dossiers', { unit: 'dong-xuan', procedure: '1.000689', channel: 'in-person' }));
    expect((await correct(nobody)).body).toMatchObject({ status: 409, code: 'applicant.none' });
  });
});

describe('after the term', () => {
  it('what is known of an applicant goes by itself, and not a day before', async () => {
    const pool = createPool({ url: intake.databaseUrl, schema: 'intake', applicationName: 'term spec' });
    const erase = async (at: number): Promise<void> => {
      let after: string | null = null;
      do {
        const from: string | null = after;
        const batch: RetentionBatch = await inTransaction(pool, (transaction) =>
          eraseAfterTerm(transaction, { days: 365, now: at, after: from, limit: 2 }),
        );
        after = batch.next;
      } while (after !== null);
    };
    try {
      const [ended, running] = [await finish(await open()), await open()];
      const onlyRated = await openNobodys();
      const inVain = [await submitInVain('refuse'), await submitInVain('stop'), await submit()];
      const before = await lastChange();
      await erase(start + 365 * DAY_MS - 60_000);
      expect((await listSealed(ended)).size).toBeGreaterThan(0);
      expect([...(await listSealed(onlyRated)).keys()]).toContain('intake.rating.comment');
      for (const id of inVain) expect((await listSealed(id)).size).toBeGreaterThan(0);
      await erase(start + 365 * DAY_MS + 60_000);
      expect((await listSealed(ended)).size).toBe(0);
      expect((await listSealed(running)).size).toBeGreaterThan(0);
      expect((await listSealed(onlyRated)).size).toBe(0);
      for (const id of inVain) expect((await listSealed(id)).size).toBe(0);
      expect((await viewOf(ended))['erasure']).toMatchObject({ state: 'erased', ground: 'term-over', askedBy: null });
      const changes = await changesAfter(before);
      expect(changes.filter(({ dossierId }) => dossierId === ended)).toMatchObject([{ kind: 'erased', ground: 'term-over' }]);
      expect(changes.some(({ dossierId }) => dossierId === running)).toBe(false);
    } finally {
      await pool.end();
    }
  });
});
