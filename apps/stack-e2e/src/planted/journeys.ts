import { apiServices } from '@motcua/contracts';
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { accountJourneys } from './account-journeys.ts';
import { createDossierJourneys } from './dossier-journeys.ts';
import { batch, opening, UNIT, toLegacyEvent } from './house.ts';
import { type Office, toAnswers } from '@motcua/testing/stack';
import type { Asking, PlantedJourney } from './planted-journey.ts';

/** An asking of each operation that has a free field: one more such operation has to have one more line. */
export const createJourneys = (): Readonly<Record<string, PlantedJourney>> => ({
  ...createDossierJourneys(),
  ...accountJourneys,
  'POST /v1/events': (house) => {
    const sourceCode = randomUUID();
    const event = toLegacyEvent('received', sourceCode, Date.now() - 60_000);
    const body = [{ ...event, data: { sourceCode, ...opening } }];
    return Promise.resolve({ as: house.source, path: '/v1/events', body, headers: () => batch });
  },
  'POST /v1/import-sessions': ({ source }) =>
    asks(source, '/v1/import-sessions', { source: 'urn:motcua:planted', unit: 'phu-tho' }),
  'POST /v1/ratings': async (house) => {
    const token = await house.createRatingToken();
    return { as: house.admin, path: '/v1/ratings', body: { token, answers: toAnswers(true), comment: 'x' } };
  },
  'POST /v1/rating-imports': async (house) => {
    const sourceCode = await house.report(['received', 'processed', 'returned']);
    const rating = { origin: 'urn:motcua:planted', sourceCode, ratedAt: new Date().toISOString(), answers: toAnswers(true) };
    return { as: house.source, path: '/v1/rating-imports', body: { ratings: [rating] } };
  },
  'POST /v1/absences': onEverAnotherDay(),
  'POST /v1/applicant-keys/rotation': ({ admin }) => asks(admin, '/v1/applicant-keys/rotation', {}),
  'POST /v1/reason-keys/rotation': ({ admin }) => asks(admin, '/v1/reason-keys/rotation', {}),
  'POST /v1/file-keys/rotation': ({ admin }) => asks(admin, '/v1/file-keys/rotation', {}),
  'POST /v1/identity-keys/rotation': ({ admin }) => asks(admin, '/v1/identity-keys/rotation', {}),
  ...Object.fromEntries(
    apiServices.map((service): [string, PlantedJourney] => [
      `POST /v1/audit/${service}/verification`,
      ({ admin }) => asks(admin, `/v1/audit/${service}/verification`, {}),
    ]),
  ),
  'PUT /v1/dossiers/{id}/overdue-cause': onceOverdue(),
  'POST /v1/digitization-imports': async (house) => {
    const sourceCode = await house.reportListed();
    const archive = { system: 'kho-cu', href: randomUUID() };
    const document = {
      sourceCode,
      part: 'component',
      code: 'to-khai',
      digitizedAt: new Date().toISOString(),
      archive,
      signed: false,
    };
    return { as: house.source, path: '/v1/digitization-imports', body: { documents: [document] } };
  },
  'PUT /v1/staff/{id}/contact': ({ admin }) =>
    asks(admin, `/v1/staff/planted-${randomUUID()}/contact`, { name: null, mail: null, phone: null, zalo: null, language: 'vi' }),
  'PUT /v1/staff/{id}/preferences': ({ admin }) =>
    asks(admin, `/v1/staff/${UNIT}.specialist/preferences`, { mute: [], channels: [], digest: true }),
  'PUT /v1/notification-rules/{id}': ({ admin }) => asks(admin, '/v1/notification-rules/planted', rule),
  'POST /v1/notification-templates/{id}/preview': ({ admin }) =>
    asks(admin, '/v1/notification-templates/returned/preview', { language: 'vi' }),
  'PUT /v1/figure-reports/{id}': ({ admin }) => asks(admin, `/v1/figure-reports/${randomUUID()}`, disputed),
  'PUT /v1/figure-reports/{id}/answer': async ({ admin }) => {
    const id = randomUUID();
    await admin.put(`/v1/figure-reports/${id}`, disputed);
    return { as: admin, path: `/v1/figure-reports/${id}/answer`, body: { outcome: 'explained', words: 'x' } };
  },
  'POST /v1/period-closes': onEverAnotherMonth(),
  'PUT /v1/recommendations/{id}': ({ admin }) => asks(admin, `/v1/recommendations/${randomUUID()}`, recommended),
  'PUT /v1/recommendations/{id}/steps/{step}': async ({ admin }) => {
    const id = randomUUID();
    await admin.put(`/v1/recommendations/${id}`, recommended);
    const body = { status: 'in-progress', words: 'x', evidence: [] };
    return { as: admin, path: `/v1/recommendations/${id}/steps/${randomUUID()}`, body };
  },
  'POST /v1/deliveries/retry': ({ admin }) => asks(admin, '/v1/deliveries/retry', { reason: 'provider-refused' }),
  'POST /v1/callbacks/sms': (house) => {
    const body = { SMSID: '1', RequestId: randomUUID(), SendStatus: 5, SendSuccess: 1 };
    return Promise.resolve({ as: house.admin, path: '/v1/callbacks/sms', body, headers: signSms(house.provider.smsSecret) });
  },
  'POST /v1/callbacks/zalo': (house) => {
    const message = { msg_id: '1', tracking_id: randomUUID(), delivery_time: String(Date.now()) };
    const body = { event_name: 'user_received_message', app_id: '1', timestamp: String(Date.now()), message };
    return Promise.resolve({ as: house.admin, path: '/v1/callbacks/zalo', body, headers: signZalo(house.provider.zaloSecret) });
  },
  'PUT /v1/webhooks/{id}': ({ admin }) =>
    // A name that is nobody's (RFC 2606), for an event that does not come here.
    asks(admin, '/v1/webhooks/planted', {
      url: 'https://motcua.example/hook',
      events: ['vn.motcua.sla.calendar-changed.v1'],
      unit: 'phu-tho',
    }),
});

const asks = (as: Office, path: string, body: unknown): Promise<Asking> => Promise.resolve({ as, path, body });

const recommended = {
  unit: UNIT,
  owner: UNIT,
  due: '2026-12-31',
  words: 'x',
  source: { documentNumber: '1/KL', date: '2026-01-05' },
  period: { from: '2026-01-01', to: '2026-01-31' },
  figure: null,
};

const disputed = {
  about: {
    ...{ page: 'board', unit: UNIT, from: '2022-01-01', to: '2022-10-31', asOf: null, indicator: 'on-time.closed' },
    ...{ figure: null, part: null, by: null, key: null, numerator: 1, denominator: 2, value: 0.5 },
  },
  words: 'x',
};

const rule = {
  id: 'planted',
  event: 'sla.recovered',
  audience: 'head',
  channels: [['in-app']],
  template: 'recovered',
  class: 'optional',
  expiresAfterHours: 24,
  validFrom: '2026-01-01',
  validTo: null,
};

/** Nobody is absent twice on a day. */
function onEverAnotherDay(): PlantedJourney {
  let days = 0;
  return ({ admin }) => {
    const day = new Date(Date.now() + ++days * 86_400_000).toISOString().slice(0, 10);
    return asks(admin, '/v1/absences', { staff: `${UNIT}.02`, substitute: `${UNIT}.specialist`, from: day, to: day });
  };
}

/** A month is closed once. */
function onEverAnotherMonth(): PlantedJourney {
  let months = 0;
  return ({ head }) => {
    const month = new Date(Date.UTC(2000, ++months)).toISOString().slice(0, 7);
    return asks(head, '/v1/period-closes', { unit: UNIT, month, overrideReason: 'x'.repeat(10) });
  };
}

/** A cause may be corrected again and again: one dossier is enough. */
function onceOverdue(): PlantedJourney {
  let dossierId: Promise<string> | undefined;
  return async (house) => {
    dossierId ??= house.reportOverdue();
    const body = { cause: 'real', reasonCode: 'other', reasonText: 'x' };
    return { as: house.head, path: `/v1/dossiers/${await dossierId}/overdue-cause`, body };
  };
}

const signSms = (secret: string) => (body: unknown) => {
  const at = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', secret)
    .update(`${at}.${JSON.stringify(body)}`)
    .digest('hex');
  return { 'x-timestamp': at, 'x-signature': `sha256=${signature}` };
};

const signZalo = (secret: string) => (body: unknown) => {
  const { app_id: app, timestamp } = body as { app_id: string; timestamp: string }; // Made above; what is planted is text too.
  const signed = `${app}${JSON.stringify(body)}${timestamp}${secret}`;
  return { 'x-zevent-signature': `mac=${createHash('sha256').update(signed).digest('hex')}` };
};
