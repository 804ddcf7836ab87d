import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person as known } from '../testing/receipts.ts';
import { startIntake, type RunningIntake } from '../testing/start-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.stop());

const person = { ...known, language: 'en', zaloConsent: true };

async function open(more: object): Promise<string> {
  const body = { unit: 'dong-xuan', procedure: '1.000689', channel: 'online', occurredAt: '2026-11-16T10:00:00+07:00', ...more };
  const answer = await intake.call({ method: 'POST', url: '/v1/dossiers', body, as: ['counter', 'dong-xuan'] });
  return (answer.body['dossier'] as unknown as { dossierId: string }).dossierId;
}

describe('GET /v1/dossiers/{id}/contact', () => {
  it.each(['submit', 'receive'])(
    'tells a service how the applicant is reached, after "%s", and nothing else of him',
    async (action) => {
      const dossierId = await open({ action, applicant: person });
      const answer = await intake.call({ url: `/v1/dossiers/${dossierId}/contact` });
      const { name, phone, email, language, zaloConsent } = person;
      expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
      expect(answer.body).toEqual({
        dossierId,
        name,
        phone,
        email,
        language,
        zaloConsent,
        ratingToken: null,
        reasonText: null,
        papers: [],
        payment: null,
      });
    },
  );

  it('says null where nothing is known', async () => {
    const bare = await open({ applicant: { name: person.name } });
    const unknown = {
      phone: null,
      email: null,
      language: null,
      zaloConsent: null,
      ratingToken: null,
      reasonText: null,
      papers: [],
      payment: null,
    };
    expect((await intake.call({ url: `/v1/dossiers/${bare}/contact` })).body).toEqual({
      dossierId: bare,
      name: person.name,
      ...unknown,
    });
    const without = await open({});
    expect((await intake.call({ url: `/v1/dossiers/${without}/contact` })).body).toEqual({
      dossierId: without,
      name: null,
      ...unknown,
    });
  });

  it.each(['submit', 'receive'])('knows nothing but a name where people practise, after "%s"', async (action) => {
    const body = { unit: 'tap-huan', procedure: '1.000689', channel: 'online', occurredAt: '2026-11-16T10:00:00+07:00' };
    const opened = await intake.call({
      ...{ method: 'POST', url: '/v1/dossiers', as: ['counter', 'tap-huan'] },
      body: { ...body, action, applicant: person },
    });
    const { dossierId } = opened.body['dossier'] as unknown as { dossierId: string };
    const unknown = {
      phone: null,
      email: null,
      language: null,
      zaloConsent: null,
      ratingToken: null,
      reasonText: null,
      papers: [],
      payment: null,
    };
    expect((await intake.call({ url: `/v1/dossiers/${dossierId}/contact` })).body).toEqual({
      dossierId,
      name: person.name,
      ...unknown,
    });
    const found = await intake.call({
      url: `/v1/dossiers?q=${person.idNumber}`,
      as: ['counter', 'tap-huan'],
      headers: { 'motcua-reason': 'counter' },
    });
    expect(found.body['dossiers']).toEqual([]);
  });

  it.each([['counter', 'dong-xuan'], ['head', 'thanh-ba'], ['leader', 'phu-tho'], ['admin']] as const)(
    'is refused to %s %s',
    async (...as) => {
      const dossierId = await open({ applicant: person });
      const answer = await intake.call({ url: `/v1/dossiers/${dossierId}/contact`, as });
      expect([answer.status, answer.body['code']]).toEqual([403, 'auth.forbidden']);
      expect(JSON.stringify(answer.body)).not.toContain(person.name);
    },
  );

  it.each(['contact', 'applicant-ref'] as const)('lets only the service in whose key has the scope: %s', async (what) => {
    const dossierId = await open({ applicant: person });
    const ask = async (service: 'notification' | 'digitization-tracker' | 'kpi-aggregator', audience = 'dossier-intake') =>
      (await intake.call({ url: `/v1/dossiers/${dossierId}/${what}`, as: { service, audience } })).status;
    expect([await ask('notification'), await ask('digitization-tracker'), await ask('kpi-aggregator')]).toEqual(
      what === 'contact' ? [200, 403, 403] : [403, 200, 403],
    );
    expect(await ask(what === 'contact' ? 'notification' : 'digitization-tracker', 'catalogue')).toBe(401);
  });

  describe('with the version of an event', () => {
    const words = 'Thiếu giấy chứng sinh; liên hệ ông Bí Mật';
    const act = (id: string, action: string, body: object) =>
      intake.call({ method: 'POST', url: `/v1/dossiers/${id}/${action}`, body, as: ['head', 'dong-xuan'] });
    const askFor = async (id: string, reason: number | string) => {
      const { status, body } = await intake.call({
        url: `/v1/dossiers/${id}/contact?reason=${reason}`,
        as: { service: 'notification', audience: 'dossier-intake' },
      });
      return status === 200 ? body['reasonText'] : status;
    };

    it('tells what was said in words about its reason, of that event alone', async () => {
      const id = await open({ action: 'receive', channel: 'in-person', applicant: person });
      const reason = { reasonCode: 'other', reasonText: words };
      expect((await act(id, 'request-supplement', { ...reason, occurredAt: '2026-11-16T10:10:00+07:00' })).status).toBe(200);
      expect((await act(id, 'receive-supplement', { occurredAt: '2026-11-16T10:20:00+07:00' })).status).toBe(200);
      expect([await askFor(id, 2), await askFor(id, 1), await askFor(id, 3), await askFor(id, 99)]).toEqual([
        words,
        null,
        null,
        null,
      ]);
      expect((await intake.call({ url: `/v1/dossiers/${id}/contact` })).body['reasonText']).toBeNull();
      expect(intake.logs.join('')).not.toContain(words);
    });

    it('keeps what the administration says to itself', async () => {
      const id = await open({ action: 'receive', channel: 'in-person', applicant: person });
      const reason = { reasonCode: 'other', reasonText: words, occurredAt: '2026-11-16T10:10:00+07:00' };
      expect((await act(id, 'correct', { ...reason, correction: { channel: 'postal' } })).status).toBe(200);
      expect(await askFor(id, 2)).toBeNull();
    });

    it.each(['0', 'x', '1.5', '99999999999'])('refuses what is none: %s', async (reason) => {
      expect(await askFor(await open({ applicant: person }), reason)).toBe(400);
    });
  });

  it('answers 404 for a dossier that is not here', async () => {
    const answer = await intake.call({ url: '/v1/dossiers/00000000-0000-8000-8000-000000000000/contact' });
    expect([answer.status, answer.body['code']]).toEqual([404, 'dossier.unknown']);
  });

  it('leaves nothing of the applicant in the log, also when his data cannot be decrypted', async () => {
    const dossierId = await open({ applicant: person });
    await intake.admin.query("UPDATE intake.applicant SET phone = '\\x00' || phone WHERE dossier_id = $1", [dossierId]);
    expect((await intake.call({ url: `/v1/dossiers/${dossierId}/contact` })).status).toBe(500);
    const logged = intake.logs.join('');
    expect(logged).toContain('/v1/dossiers/:id/contact');
    for (const secret of [person.name, person.phone, person.email, person.idNumber]) expect(logged).not.toContain(secret);
  });
});
