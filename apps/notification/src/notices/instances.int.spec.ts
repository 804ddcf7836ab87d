import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { createAlert } from '../testing/events.builder.ts';
import { createNotificationFixture, type NotificationFixture } from '../testing/notification-service.ts';
import { shippedRules } from '../testing/shipped-rules.ts';
import { createMember } from '../testing/staff.builder.ts';

let fixture: NotificationFixture;
beforeAll(async () => {
  fixture = await createNotificationFixture({ environment: { BURST_SIZE: '1000' } });
}, 60_000);
afterAll(() => fixture.close(), 60_000);

it('sends every alert once while instances come and go, and shows each in the inbox once', async () => {
  const first = await fixture.startInstance();
  const rules = shippedRules.filter(({ id }) => id === 'breached.specialist');
  await fixture.seed(first, { rules, staff: { an: createMember('xa-a', 'specialist') } });
  const alerts = Array.from({ length: 400 }, () => createAlert('breached', { officer: 'an', tell: ['specialist'] }));
  const [before, after] = [alerts.slice(0, 200), alerts.slice(200)];

  await fixture.publish('slaEvents', before);
  const second = await fixture.startInstance();
  await Promise.all([fixture.publish('slaEvents', after), first.close()]);
  await fixture.publish('slaEvents', before.slice(0, 50)); // a relay that does not know whether it has sent sends again
  await fixture.startInstance();
  await second.close();

  const shown = async (): Promise<string[]> =>
    (
      await fixture.data.pool.query<{ event_id: string }>('SELECT event_id FROM notification.notice WHERE shown_no IS NOT NULL')
    ).rows.map(({ event_id: id }) => id);
  await waitFor(async () => (await shown()).length >= alerts.length, { describe: 'all to be in the inbox', timeoutMs: 60_000 });
  expect((await shown()).sort()).toEqual(alerts.map(({ id }) => id).sort());
}, 120_000);
