import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { findFreePort } from '@motcua/embedded';
import { OwnKafka, waitFor } from '@motcua/testing';
import MailDev from 'maildev';
import { createAlert } from './testing/events.builder.ts';
import { runNotification, type RunningNotification } from './testing/notification-service.ts';
import { shippedRules } from './testing/shipped-rules.ts';
import { handlers } from './testing/staff.builder.ts';

let kafka: OwnKafka;
let smtpPort: number;
let fixture: RunningNotification;
beforeAll(async () => {
  [kafka, smtpPort] = await Promise.all([OwnKafka.start(), findFreePort()]);
  const environment = { SMTP_URL: `smtp://127.0.0.1:${smtpPort}` };
  fixture = await runNotification({ rules: shippedRules, staff: handlers }, { brokers: kafka.brokers, environment });
}, 180_000);
afterAll(async () => {
  await fixture.close();
  await kafka.close();
}, 60_000);

const countMails = async (condition: string): Promise<number> => {
  const { rows } = await fixture.data.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM notification.delivery WHERE channel = 'mail' AND ${condition}`,
  );
  return rows[0]?.count ?? 0;
};
const reasons = async (): Promise<string> =>
  (await fixture.service.operations.inject('/health/ready')).json<{ reasons: string[] }>().reasons.join('; ');

describe('notification without Kafka', () => {
  it('sends the mails that are due, and reads on by itself when Kafka is back', async () => {
    // The mail server is away too, so that something is left to be sent.
    await fixture.publish('slaEvents', [createAlert('breached', { officer: 'an' })]);
    await waitFor(async () => (await countMails(`state = 'pending' AND retry_at IS NOT NULL`)) > 0, {
      describe: 'a mail to be tried again later',
    });
    await kafka.leave();
    await waitFor(async () => (await reasons()).includes('projection: Kafka does not answer'), {
      describe: 'the consumer to say so',
      timeoutMs: 60_000,
    });
    const mailServer = new MailDev({ smtp: smtpPort, ip: '127.0.0.1', disableWeb: true, silent: true });
    const { storage } = await mailServer.start();
    await fixture.data.pool.query('UPDATE notification.delivery SET retry_at = NULL WHERE retry_at IS NOT NULL');
    await waitFor(async () => (await storage.getAll()).length > 0, { describe: 'the mail', timeoutMs: 30_000 });
    const before = await countMails('true');

    await kafka.comeBack();
    await fixture.publish('slaEvents', [createAlert('breached', { officer: 'an' })]);
    await waitFor(async () => (await countMails('true')) > before, { describe: 'the next alert', timeoutMs: 60_000 });
    await waitFor(async () => (await reasons()) === '', { describe: 'readiness', timeoutMs: 60_000 });
    await mailServer.stop();
  }, 240_000);
});
