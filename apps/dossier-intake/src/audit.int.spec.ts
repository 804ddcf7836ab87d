import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditAlarm, AuditPage, AuditVerification, PublishedSeal, type AuditRecord } from '@motcua/contracts';
import { readTopic } from '@motcua/kafka/testing';
import { createKafkajsClient } from '@motcua/kafka';
import { uniqueName, waitFor } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import { person, receipt } from './testing/receipts.ts';
import { startIntake, type Call, type RunningIntake } from './testing/start-intake.ts';

const log = '/v1/audit/dossier-intake';
const auditor = { role: 'auditor', unit: 'phu-tho', sub: 'kiem-toan' } as const;

let intake: RunningIntake;
let id: string;
beforeAll(async () => {
  intake = await startIntake({ now: () => Date.parse('2026-11-16T11:00:00+07:00') });
  const opened = await intake.call({ method: 'POST', url: '/v1/dossiers', body: { ...receipt, applicant: person } });
  id = (opened.body['dossier'] as unknown as { readonly dossierId: string }).dossierId;
}, 60_000);
afterAll(() => intake.stop());

const read = (url: string, as: Call['as'] & object, headers: Record<string, string> = {}) => intake.call({ url, as, headers });
const search = async (query: string): Promise<AuditRecord[]> =>
  AuditPage.parse((await read(`${log}?${query}`, auditor)).body).entries;
const verify = async (body: object = {}) =>
  AuditVerification.parse((await intake.call({ method: 'POST', url: `${log}/verification`, as: ['admin'], body })).body);

describe('the audit log of a service', () => {
  it('names everybody who read a planted applicant, in which post, by which way, why and from where', async () => {
    await read(`/v1/dossiers/${id}`, { role: 'counter', unit: 'dong-xuan', sub: 'nv-1' }, { 'x-forwarded-for': '10.9.8.7' });
    await read(`/v1/dossiers/${id}`, { role: 'leader', unit: 'thanh-ba', sub: 'ld-1' }, { 'motcua-reason': 'complaint' });
    await read(`/v1/dossiers/${id}`, { role: 'counter', unit: 'khai-xuan', sub: 'nv-2' });
    await read(`/v1/dossiers/${id}/contact`, { service: 'notification', audience: 'dossier-intake' });
    const found = await search(`about=id%3D${id}`);
    expect(found.map(({ sub, role, unit, route, reason }) => [sub, role, unit, route, reason]).reverse()).toEqual([
      ['nv-1', 'counter', 'dong-xuan', 'GET /v1/dossiers/:id', null],
      ['ld-1', 'leader', 'thanh-ba', 'GET /v1/dossiers/:id', 'complaint'],
      ['nv-2', 'counter', 'khai-xuan', 'GET /v1/dossiers/:id', null],
      ['notification', 'service', null, 'GET /v1/dossiers/:id/contact', null],
    ]);
    expect(found.at(-1)?.address).toBe('10.9.8.7');
  });

  it('finds a search by its terms without keeping them', async () => {
    const why = { 'motcua-reason': 'citizen-asks' };
    await read(`/v1/dossiers?q=${person.idNumber}`, { role: 'counter', unit: 'dong-xuan', sub: 'nv-3' }, why);
    expect((await search(`term=${person.idNumber}`)).map(({ sub }) => sub)).toEqual(['nv-3']);
    const { rows } = await intake.admin.query<{ found: boolean }>(
      'SELECT EXISTS (SELECT FROM intake.audit_entry AS entry WHERE entry::text LIKE $1) AS found',
      [`%${person.idNumber}%`],
    );
    expect(rows[0]?.found).toBe(false);
  });

  it('knows every write, also one that came to nothing', async () => {
    const head = { role: 'head', unit: 'dong-xuan', sub: 'tp-1' } as const;
    await intake.call({
      method: 'POST',
      url: `/v1/dossiers/${id}/process`,
      as: head,
      body: {},
      headers: { 'if-match': '"999"' },
    });
    expect((await search('sub=tp-1')).map(({ action, about }) => [action, about])).toEqual([['dossiers.process', `id=${id}`]]);
  });

  it('answers nothing where the entry cannot be kept', async () => {
    await intake.admin.query('REVOKE INSERT ON intake.audit_entry FROM motcua_intake');
    const refused = await read(`/v1/dossiers/${id}`, { role: 'counter', unit: 'dong-xuan', sub: 'nv-1' });
    await intake.admin.query('GRANT INSERT ON intake.audit_entry TO motcua_intake');
    expect(refused.status).toBe(500);
    expect(JSON.stringify(refused.body)).not.toContain(person.idNumber);
  });

  it('is for auditors alone, whose reading is in it too', async () => {
    for (const as of [['admin'], ['head', 'phu-tho'], ['leader', 'phu-tho']] as const)
      expect((await read(log, as)).status).toBe(403);
    expect((await search('sub=kiem-toan&action=audit.read')).length).toBeGreaterThan(0);
  });

  it('goes out as lines, all of it', async () => {
    const { authorization } = { authorization: `Bearer ${await intake.sign(auditor)}` };
    const exported = await intake.app.inject({ url: `${log}/export?about=id%3D${id}`, headers: { authorization } });
    const lines = exported.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditRecord);
    expect(lines.map(({ requestId }) => requestId)).toEqual((await search(`about=id%3D${id}`)).map(({ requestId }) => requestId));
  });

  it('raises an alarm when somebody looks at a hundred dossiers within the hour, once', async () => {
    const client = createKafkajsClient({ brokers: intake.brokers, clientId: 'audit-spec' });
    const alarms: AuditAlarm[] = [];
    const reader = await readTopic(client, {
      groupId: uniqueName('audit-spec'),
      topic: intake.topics.auditAlarms,
      onMessages: (messages) => {
        for (const { value } of messages) alarms.push(AuditAlarm.parse(JSON.parse(value?.toString() ?? 'null')));
      },
    });
    const look = (count: number) =>
      Promise.all(
        Array.from({ length: count }, () =>
          read(`/v1/dossiers/${randomUUID()}`, { role: 'counter', unit: 'dong-xuan', sub: 'nv-curious' }),
        ),
      );
    try {
      await look(110);
      await waitFor(() => Promise.resolve(alarms.length > 0), { describe: 'an alarm', timeoutMs: 20_000 });
      await look(5);
      await waitFor(async () => (await verify()).unsealed <= 1, { describe: 'the rest to be sealed', timeoutMs: 20_000 });
      const told = { kind: 'mass-look-up', service: 'dossier-intake', sub: 'nv-curious', role: 'counter', unit: 'dong-xuan' };
      expect(alarms).toEqual([{ ...told, subjects: expect.any(Number), at: expect.any(String) }]);
      expect(alarms[0]?.subjects).toBeGreaterThanOrEqual(100);
    } finally {
      await reader.stop();
      await client.close();
    }
  }, 60_000);

  it('is sealed within a second or two, the seal is published, and the chain goes through it', async () => {
    const client = createKafkajsClient({ brokers: intake.brokers, clientId: 'audit-spec' });
    const seals: PublishedSeal[] = [];
    const reader = await readTopic(client, {
      groupId: uniqueName('audit-spec'),
      topic: intake.topics.auditSeals,
      onMessages: (messages) => {
        for (const { value } of messages) seals.push(PublishedSeal.strict().parse(JSON.parse(value?.toString() ?? 'null')));
      },
    });
    try {
      await read(`/v1/dossiers/${id}`, { role: 'counter', unit: 'dong-xuan', sub: 'nv-9' });
      await waitFor(async () => (await verify()).unsealed <= 1 && seals.length > 0, { describe: 'a seal', timeoutMs: 20_000 });
      expect(seals.every(({ service }) => service === 'dossier-intake')).toBe(true);
      const known = seals.map(({ sequence, hash }) => ({ sequence, hash }));
      expect(await verify({ seals: known })).toMatchObject({ service: 'dossier-intake', broken: null });
    } finally {
      await reader.stop();
      await client.close();
    }
  }, 40_000);
});
