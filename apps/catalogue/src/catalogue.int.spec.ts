import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { TestIssuer } from '@motcua/auth/testing';
import { referenceEventSchema, type ReferenceKind } from '@motcua/contracts';
import { operationsOf } from '@motcua/http';
import { createKafkajsClient } from '@motcua/kafka';
import {
  findMishandled,
  findStrangeTextsTaken,
  getTestKafkaBrokers,
  type HostileRequest,
  listHostileRequests,
  type TestDatabase,
  uniqueName,
  waitFor,
} from '@motcua/testing';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Client } from 'pg';
import { startCatalogue, type RunningCatalogue } from './testing/start-catalogue.ts';
import { aCalendar, aProcedure, aRuleSet, aStaffMember, aUnit } from './entries/documents.builder.ts';

let catalogue: RunningCatalogue;
let app: NestFastifyApplication;
let issuer: TestIssuer;
let database: TestDatabase;
let admin: { authorization: string };
beforeAll(async () => {
  catalogue = await startCatalogue();
  ({ app, issuer, database } = catalogue);
  admin = await issuer.bearer({ role: 'admin' });
}, 60_000);
afterAll(() => catalogue.stop());

const put = (kind: ReferenceKind, code: string, payload: object, headers = admin) =>
  app.inject({ method: 'PUT', url: `/v1/${kind}/${encodeURIComponent(code)}`, payload, headers });
const get = async (path: string) => {
  const answer = await app.inject({ url: `/v1/${path}`, headers: admin });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
};

describe('one entry', () => {
  it('is created, repeated without effect, corrected, and keeps its history', async () => {
    const code = uniqueName('unit');
    const [first, second] = [aUnit({ code }), aUnit({ code, validTo: '2025-06-30' })];
    const statuses = [];
    for (const document of [first, first, second, second]) statuses.push((await put('units', code, document)).statusCode);
    expect(statuses).toEqual([201, 200, 201, 200]);

    expect(await get(`units/${code}`)).toEqual({ status: 200, body: expect.objectContaining({ version: 2, document: second }) });
    const versions = [
      expect.objectContaining({ version: 1, supersededBy: 2, document: first }),
      expect.objectContaining({ version: 2, supersededBy: null, document: second }),
    ];
    expect((await get(`units/${code}/history`)).body).toEqual({ kind: 'units', code, versions });
  });

  it('is what it was on a day', async () => {
    const code = uniqueName('unit');
    const [before, after] = [
      aUnit({ code, validTo: '2025-06-30' }),
      aUnit({ code, validFrom: '2025-07-01', name: { vi: 'Mới' } }),
    ];
    await put('units', code, before);
    await put('units', code, after);
    expect((await get(`units/${code}?at=2025-06-30`)).body).toMatchObject({ document: before });
    expect((await get(`units/${code}?at=2025-07-01`)).body).toMatchObject({ document: after });
    expect((await get(`units/${code}`)).body).toMatchObject({ document: after });
    expect(await get(`units/${code}?at=2019-12-31`)).toMatchObject({ status: 404, body: { code: 'reference.not-found' } });
  });

  it('may have any printable code', async () => {
    const code = `Sở X/Y ${'ộ'.repeat(100)} ${uniqueName('%')}`;
    expect((await put('procedures', code, aProcedure({ code }))).statusCode).toBe(201);
    expect((await get(`procedures/${encodeURIComponent(code)}`)).body).toMatchObject({ code });
  });
});

describe('what is refused', () => {
  const refusedAs = async (kind: ReferenceKind, code: string, document: object) =>
    (await put(kind, code, document)).json<{ status: number; code: string }>();

  it('names what does not hold together by the rules of the domain', async () => {
    const code = uniqueName('x');
    expect(await refusedAs('units', code, aUnit({ code, parent: 'nowhere' }))).toMatchObject({
      status: 422,
      code: 'organisation.parent-unknown',
      entry: code,
    });
    const overlapping = { mon: [['07:30', '11:30'] as [string, string], ['11:00', '12:00'] as [string, string]] };
    expect(await refusedAs('calendars', code, aCalendar({ id: code, week: overlapping }))).toMatchObject({
      code: 'calendar.periods-overlap',
    });
    expect(await refusedAs('rule-sets', 'other', aRuleSet())).toMatchObject({ code: 'reference.code-mismatch' });
    expect(await get(`units/${code}`)).toMatchObject({ status: 404 });
  });

  it('points at fields that are wrong', async () => {
    expect(await refusedAs('rule-sets', 'x', { ...aRuleSet({ code: 'x' }), maxExtensions: -1 })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/maxExtensions' }],
    });
  });

  it('does not let everybody write', async () => {
    const counter = await issuer.bearer({ role: 'counter', unit: 'dong-xuan' });
    expect((await put('units', 'dong-xuan', aUnit(), counter)).json()).toMatchObject({ status: 403, code: 'auth.forbidden' });
    expect((await app.inject('/v1/units')).json()).toMatchObject({ status: 401, code: 'auth.missing' });
  });
});

describe('many entries', () => {
  it('are taken together, children with their parents, all or none', async () => {
    const [root, child] = [uniqueName('root'), uniqueName('child')];
    const documents = [aUnit({ code: child, parent: root }), aUnit({ code: root, kind: 'province' })];
    const putMany = (payload: object) => app.inject({ method: 'PUT', url: '/v1/units', payload, headers: admin });
    const changed = (value: boolean) => ({ results: documents.map(({ code }) => ({ code, version: 1, changed: value })) });
    expect((await putMany(documents)).json()).toEqual(changed(true));
    expect((await putMany(documents)).json()).toEqual(changed(false));

    const orphan = uniqueName('orphan');
    const answer = await putMany([aUnit({ code: uniqueName('good') }), aUnit({ code: orphan, parent: 'nowhere' })]);
    expect(answer.json()).toMatchObject({ status: 422, entry: orphan });
    expect(await get(`units/${orphan}`)).toMatchObject({ status: 404 });
  });

  it('come in keyset pages that meet every code once', async () => {
    const codes = Array.from({ length: 7 }, (_, index) => `page-${index}`);
    for (const code of codes) await put('rule-sets', code, aRuleSet({ code }));
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await get(`rule-sets?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      const page = body as { entries: { code: string }[]; next: string | null };
      seen.push(...page.entries.map(({ code }) => code));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen.filter((code) => code.startsWith('page-'))).toEqual(codes);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('the compacted topics', () => {
  it('get every version of a code with its latest record', async () => {
    const code = uniqueName('spread');
    await put('procedures', code, aProcedure({ code }));
    await put('procedures', code, aProcedure({ code, serviceLevel: 'partial' }));

    const kafka = createKafkajsClient({ brokers: getTestKafkaBrokers().split(','), clientId: 'spec' });
    const consumer = kafka.createConsumer({ groupId: uniqueName('spec'), topics: [catalogue.topicNames.procedures] });
    const records: unknown[] = [];
    await consumer.start({
      onAssigned: (partitions) => Promise.resolve(partitions.map((partition) => ({ ...partition, offset: 0n }))),
      onBatch: (delivery) => {
        records.push(
          ...delivery.batch.messages
            .filter(({ key }) => String(key) === code)
            .map(({ value }) => JSON.parse(String(value)) as unknown),
        );
        delivery.resolve(delivery.batch.nextOffset);
        return Promise.resolve();
      },
      onPassedOver: () => undefined,
      onOffsetOutOfRange: () => undefined,
      onCrash: () => undefined,
    });
    await waitFor(() => records.length === 2, { describe: 'two records of the code' });
    await consumer.stop();
    await kafka.close();

    const event = referenceEventSchema('procedures').parse(records.at(-1));
    expect(event.data.versions.map(({ version }) => version)).toEqual([1, 2]);
  });
});

describe('the service', () => {
  it('is ready when its database answers and its relay publishes', async () => {
    const { checks } = (await operationsOf(app).inject('/health/ready')).json<{ checks: Record<string, { state?: string }> }>();
    expect([Object.keys(checks).sort(), checks['relay']?.state]).toEqual([['database', 'loops', 'relay', 'topics'], 'active']);
    expect((await operationsOf(app).inject('/metrics')).body).toContain('relay_active{relay="reference",service="catalogue"} 1');
  });

  it('describes itself in valid OpenAPI', async () => {
    const document = (await app.inject('/openapi.json')).json<Record<string, unknown>>();
    expect((await new Validator().validate(document)).errors ?? []).toEqual([]);
    expect(Object.keys(document['paths'] as object)).toHaveLength(32);
  });

  it('takes no line break, and no other strange character, in any text of one line', async () => {
    expect(await findStrangeTextsTaken(app, (as) => issuer.token({ ...as }), { kind: 'units' })).toEqual([]);
  }, 120_000);

  it('refuses forged cursors and NUL, wherever they stand', async () => {
    const requests = listHostileRequests((await app.inject('/openapi.json')).json(), {
      unit: 'thanh-ba',
      from: '2022-01-01',
      to: '2022-01-31',
      kind: 'units',
    });
    const auditor = await issuer.bearer({ role: 'auditor', unit: 'phu-tho' });
    const send = async ({ method, url, body }: HostileRequest) => {
      // The audit log is out of administrators' reach.
      const reader = url.startsWith('/v1/audit/') ? auditor : admin;
      const answer = await app.inject({
        method: method as 'GET', // or another one that the document names
        url,
        headers: { ...reader, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { payload: body }),
      });
      return answer.statusCode;
    };
    expect(await findMishandled(requests, send)).toEqual([]);
  }, 60_000);

  it('cannot rewrite its history with its own role', async () => {
    // Its password is another spec's too, which may have set it anew.
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('SET ROLE motcua_catalogue');
    for (const sql of [
      'UPDATE catalogue.ref_event SET body = $$$$',
      'DELETE FROM catalogue.entry_version',
      'DROP TABLE catalogue.ref_event',
    ]) {
      await expect(client.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    }
    await client.end();
  });
});

describe('staff', () => {
  it('work in units of the catalogue, move, and carry neither name nor address', async () => {
    const [unit, other, id] = [uniqueName('unit'), uniqueName('unit'), uniqueName('staff')];
    expect((await put('staff', id, aStaffMember({ id, unit }))).json()).toMatchObject({ code: 'reference.unit-unknown' });
    for (const code of [unit, other]) await put('units', code, aUnit({ code }));

    const first = aStaffMember({ id, unit, validTo: '2026-11-30' });
    const second = aStaffMember({ id, unit: other, role: 'head', validFrom: '2026-12-01' });
    const named = { ...first, name: 'Nguyễn Văn An', mail: 'an@example.vn' };
    expect((await put('staff', id, named)).statusCode).toBe(201);
    expect((await put('staff', id, second)).statusCode).toBe(201);
    expect((await get(`staff/${id}?at=2026-11-30`)).body).toMatchObject({ document: first });
    expect((await get(`staff/${id}`)).body['document']).toEqual(second);
  });
});
