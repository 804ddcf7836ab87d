import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApplicantContact, OneTimeCodeSent } from '@motcua/contracts';
import { findInDatabase } from '@motcua/testing';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createNotificationFixture,
  type NotificationFixture,
  type NotificationInstance,
} from '../testing/notification-service.ts';
import { startProviderDouble, type ProviderDouble } from '../testing/provider-double.ts';

const dossierId = '0198a7b2-0000-7000-8000-000000000001';
const request = { dossierId, dossierCode: 'H44.32-261123-0007', code: '048213', minutes: 10, language: 'vi' } as const;
const reachable = { phone: '0911222333', email: null, language: null };

let sms: ProviderDouble;
let intake: Server;
let contact: Pick<ApplicantContact, 'phone' | 'email' | 'language'> | undefined;
let fixture: NotificationFixture;
let service: NotificationInstance;
beforeAll(async () => {
  sms = await startProviderDouble('sms');
  intake = createServer((_request, response) => {
    if (contact === undefined) return response.writeHead(404).end('{}');
    return response.writeHead(200).end(JSON.stringify({ dossierId, name: 'Bình', zaloConsent: true, ...contact }));
  });
  await new Promise<void>((resolve) => intake.listen(0, '127.0.0.1', resolve));
  const intakeUrl = `http://127.0.0.1:${String((intake.address() as AddressInfo).port)}`;
  fixture = await createNotificationFixture({
    environment: { SMS_URL: sms.url, SMS_TOKEN: 'key:secret', INTAKE_URL: intakeUrl },
  });
  service = await fixture.startInstance();
}, 90_000);
afterEach(() => {
  contact = reachable;
});
afterAll(async () => {
  await fixture.close();
  await sms.close();
  intake.closeAllConnections();
  intake.close();
}, 60_000);

async function send(body: object = request, asking: 'dossier-intake' | 'kpi-aggregator' = 'dossier-intake') {
  const bearer = await fixture.issuer.serviceBearer({ service: asking, audience: 'notification' });
  const headers = { ...bearer, 'content-type': 'application/json' };
  const response = await fetch(`${service.url}/v1/one-time-codes`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Partial<OneTimeCodeSent> & { code?: string } };
}
const textOf = (index: number): string => (JSON.parse(sms.taken.at(index)?.body ?? '{}') as { Content: string }).Content;

describe('a one-time code', () => {
  it('goes out at once, in the language of the notice or of the applicant’s choice, and stands in no table', async () => {
    contact = reachable;
    expect(await send()).toEqual({ status: 200, body: { outcome: 'sent' } });
    expect(textOf(-1)).toBe(
      '048213 la ma tra cuu ho so H44.32-261123-0007, co hieu luc 10 phut. Khong cung cap ma cho bat ky ai.',
    );
    contact = { ...reachable, language: 'en' };
    expect((await send({ ...request, code: '993377' })).body).toEqual({ outcome: 'sent' });
    expect(textOf(-1)).toContain('993377 is the code for looking up dossier');
    const url = new URL(process.env['TEST_DATABASE_ADMIN_URL'] ?? '');
    url.pathname = new URL(fixture.data.url).pathname;
    expect(await findInDatabase(url.href, ['993377', '0911222333'])).toEqual([]);
  });

  it('that holds long has ten digits, and says for how long', async () => {
    contact = reachable;
    expect((await send({ ...request, code: '0482130482', minutes: 1_440 })).body).toEqual({ outcome: 'sent' });
    expect(textOf(-1)).toBe(
      '0482130482 la ma tra cuu ho so H44.32-261123-0007, dung duoc nhieu lan trong 24 gio. Khong cung cap ma cho bat ky ai.',
    );
  });

  it('is said to reach nobody where no address is known, or no such dossier, or the provider refuses the number', async () => {
    contact = { phone: null, email: null, language: null };
    expect((await send()).body).toEqual({ outcome: 'unreachable' });
    contact = undefined;
    expect((await send()).body).toEqual({ outcome: 'unreachable' });
    contact = reachable;
    sms.behave({ kind: 'code', code: 99, message: 'invalid phone' });
    expect((await send()).body).toEqual({ outcome: 'unreachable' });
  });

  it('may be sent later where the provider is busy', async () => {
    contact = reachable;
    sms.behave({ kind: 'busy', retryAfter: '1' });
    expect((await send()).body).toEqual({ outcome: 'away' });
    expect((await send()).body).toEqual({ outcome: 'sent' });
  });

  it('is sent for the service alone that shows dossiers to applicants, and only as six digits, or ten', async () => {
    expect((await send(request, 'kpi-aggregator')).status).toBe(403);
    const asAdmin = await fixture.call<{ code: string }>(service, '/v1/one-time-codes', { method: 'POST', body: request });
    expect([asAdmin.status, asAdmin.body.code]).toEqual([403, 'auth.forbidden']);
    const before = sms.requests.length;
    for (const code of ['12345', '1234567', '123456789', '12345678901', 'abcdef', 'Bấm http://a.vn'])
      expect((await send({ ...request, code })).status).toBe(400);
    expect(sms.requests).toHaveLength(before);
  });
});
