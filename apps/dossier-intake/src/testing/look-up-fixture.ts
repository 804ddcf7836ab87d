import { waitFor } from '@motcua/testing';
import type { LightMyRequestResponse } from 'fastify';
import { startNotificationDouble, type NotificationDouble } from './notification-double.ts';
import { person, receipt } from './receipts.ts';
import { startIntake, type RunningIntake } from './start-intake.ts';

export interface Received {
  readonly id: string;
  readonly code: string;
  readonly lookUpPath: string;
}

export interface LookUpFixture {
  readonly intake: RunningIntake;
  readonly notification: NotificationDouble;
  /** The clock of the service, moved by hand. */
  readonly clock: { now: number };
  receive(more?: object): Promise<Received>;
  act(id: string, action: string, body?: object): Promise<void>;
  /** As a browser without script: a page, or where it leads. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
  post(path: string, form: Readonly<Record<string, string>>, address?: string): Promise<LightMyRequestResponse>;
  /** Types a code, as somebody at an address. @returns the question that was asked */
  ask(code: string, address?: string): Promise<string>;
  /** The digits that were sent last, once more than `before` have been. */
  waitForDigits(before: number): Promise<string>;
  stop(): Promise<void>;
}

/** Every question comes from an address of its own unless told. */
let addresses = 0;
const nextAddress = (): string => `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses++ & 255}`;

export async function startLookUps(): Promise<LookUpFixture> {
  const notification = await startNotificationDouble();
  const clock = { now: Date.parse('2026-11-16T10:30:00+07:00') };
  const intake = await startIntake({ now: () => clock.now, environment: { NOTIFICATION_URL: notification.url } });
  const inject = (options: Parameters<RunningIntake['app']['inject']>[0]): Promise<LightMyRequestResponse> =>
    intake.app.inject(options);
  const post: LookUpFixture['post'] = (url, form, address = nextAddress()) =>
    inject({
      ...{ method: 'POST', url, payload: new URLSearchParams(form).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': address },
    });
  return {
    ...{ intake, notification, clock, post },
    async receive(more = {}) {
      const body = { ...receipt, occurredAt: new Date(clock.now).toISOString(), applicant: person, ...more };
      const answer = await intake.call({ method: 'POST', url: '/v1/dossiers', body, as: ['counter', 'dong-xuan'] });
      const { dossierId: id, code } = answer.body['dossier'] as unknown as { dossierId: string; code: string };
      return { id, code, lookUpPath: String(answer.body['lookUpPath']) };
    },
    async act(id, action, body = {}) {
      const answer = await intake.call({ method: 'POST', url: `/v1/dossiers/${id}/${action}`, body, as: ['head', 'dong-xuan'] });
      if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`);
    },
    get: (url, headers = {}) => inject({ method: 'GET', url, headers }),
    async ask(code, address) {
      const { headers, statusCode } = await post('/tra-cuu/ma', { ma: code }, address);
      if (statusCode !== 303) throw new Error(`${code} was answered ${statusCode}`);
      return new URL(String(headers.location), 'http://localhost').searchParams.get('yc') ?? '';
    },
    waitForDigits: (before) =>
      waitFor(() => Promise.resolve(notification.sent.length > before ? notification.sent.at(-1)?.code : undefined), {
        describe: 'a one-time code to be sent',
      }),
    async stop() {
      await intake.stop();
      await notification.close();
    },
  };
}
