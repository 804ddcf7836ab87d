import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NotificationRule } from '@motcua/contracts';
import { setDatabaseClock, inTransaction } from '@motcua/postgres';
import { waitFor } from '@motcua/testing';
import { enterRules } from '../../../testing/entities.ts';
import { createAlert } from '../../../testing/events.builder.ts';
import { createNotificationDatabase, type NotificationDatabase } from '../../../testing/notification-database.ts';
import { alwaysOpen, calendar, createDirectory, toVersions } from '../../../testing/reference.builder.ts';
import { createMember, enterStaff, toStaffRecord } from '../../../testing/staff.builder.ts';
import { stepSlaEvent } from '../../events/parse-sla-event.ts';
import { NotificationPlanner, type PlannedNotices } from '../notification-planner.ts';

const BURST = 10;
const [byDay, byNight] = [createDirectory(alwaysOpen), createDirectory(calendar)];
let data: NotificationDatabase;
let rule: NotificationRule;

beforeAll(async () => {
  data = await createNotificationDatabase();
  rule = {
    id: 'due-soon',
    event: 'sla.due-soon',
    audience: 'head',
    channels: [['in-app'], ['mail']],
    template: 'due-soon',
    class: 'mandatory',
    expiresAfterHours: 24,
    validFrom: '2000-01-01',
    validTo: null,
  };
  await enterRules(data.pool, [rule]);
  for (const directory of [byDay, byNight]) {
    await enterStaff(data, directory, 'dung', createMember('xa-a', 'head'));
    await enterStaff(data, directory, 'giang', createMember('huyen', 'head'));
  }
}, 60_000);
afterAll(() => data.close());
beforeEach(async () => {
  await data.pool.query('DELETE FROM notification.delivery');
  await data.pool.query('DELETE FROM notification.notice');
});

const planner = new NotificationPlanner({ directory: byDay, versionOf: () => 1, burstSize: BURST });
const toAlerts = (count: number, overrides: Parameters<typeof createAlert>[1] = {}) =>
  Array.from({ length: count }, () => {
    const result = stepSlaEvent({ value: Buffer.from(createAlert('due-soon', { tell: ['head'], ...overrides }).value) });
    if (result.kind !== 'ok') throw new Error(result.kind);
    return result.value;
  });
const planAlerts = (count: number, overrides?: Parameters<typeof createAlert>[1], by = planner): Promise<PlannedNotices> =>
  inTransaction(data.pool, (transaction) => by.plan(transaction, toAlerts(count, overrides)));

interface Row {
  readonly id: string;
  readonly is_fold: boolean;
  readonly folded_into: string | null;
  readonly recipient: string;
  readonly unit: string;
  readonly path: string[];
  readonly listed: number | null;
  readonly deliveries: number;
}

const readNotices = async (): Promise<readonly Row[]> =>
  (
    await data.pool.query<Row>(
      `SELECT id, is_fold, folded_into, recipient, unit, path, jsonb_array_length(data -> 'dossiers') AS listed,
         (SELECT count(*)::integer FROM notification.delivery WHERE notice_id = notice.id) AS deliveries
       FROM notification.notice ORDER BY position`,
    )
  ).rows;

/** What somebody is sent, as numbers of dossiers: 0 for a notice of its own. */
const sentOf = (rows: readonly Row[]): number[] =>
  rows.filter(({ deliveries }) => deliveries > 0).map(({ listed }) => listed ?? 0);

describe('many notices of a group within a minute', () => {
  it('are sent as one with the list, and every member points at it', async () => {
    const planned = await planAlerts(BURST);
    const rows = await readNotices();
    const fold = rows.find(({ is_fold: isCoalesced }) => isCoalesced);
    expect(sentOf(rows)).toEqual([BURST]);
    expect(rows.filter(({ folded_into: into }) => into === fold?.id)).toHaveLength(BURST);
    expect(planned).toMatchObject({ coalesced: BURST, deliveryIds: [expect.any(String), expect.any(String)] });
  });

  it('are sent one by one where there is one less', async () => {
    await planAlerts(BURST - 1);
    expect(sentOf(await readNotices())).toEqual(Array.from({ length: BURST - 1 }, () => 0));
  });

  it('are one however they come in: what waits is coalesced with what arrives', async () => {
    for (const count of [4, 4, 4, 1]) await planAlerts(count);
    expect(sentOf(await readNotices())).toEqual([13]);
  });

  it('are one when two instances plan them at once', async () => {
    const second = { isOver: false, planned: Promise.resolve() };
    await inTransaction(data.pool, async (transaction) => {
      await planner.plan(transaction, toAlerts(6));
      second.planned = planAlerts(6).then(() => {
        second.isOver = true;
      });
      const isWaiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'";
      await waitFor(async () => second.isOver || (await data.pool.query(isWaiting)).rowCount === 1, {
        describe: 'the second to wait for the first',
      });
    });
    await second.planned;
    expect(sentOf(await readNotices())).toEqual([12]);
  });

  it('leave out what has gone out, and gather the rest for a minute', async () => {
    await planAlerts(3);
    await data.pool.query("UPDATE notification.delivery SET state = 'delivered', attempts = 1");
    await planAlerts(BURST - 3);
    expect(sentOf(await readNotices())).toEqual([0, 0, 0, BURST - 3]);

    await data.pool.query("UPDATE notification.delivery SET state = 'delivered', attempts = 1");
    for (const count of [2, 1, BURST, 1]) await planAlerts(count);
    const { rows } = await data.pool.query<{ wait: number }>(
      `SELECT extract(epoch FROM not_before - notification.clock_now())::float AS wait FROM notification.delivery WHERE state = 'pending'`,
    );
    expect(sentOf(await readNotices())).toEqual([0, 0, 0, BURST - 3, BURST + 4]);
    expect(rows.every(({ wait }) => wait > 50 && wait < 64)).toBe(true);
  });

  it('are lists of their own where some are urgent and the rest waits for the morning', async () => {
    const night = new NotificationPlanner({ directory: byNight, versionOf: () => 1, burstSize: BURST });
    await setDatabaseClock(data.database.url, 'notification', { at: new Date('2026-11-25T23:00:00+07:00'), speed: 0 });
    const mixed = [...toAlerts(1, { urgency: 'high' }), ...toAlerts(BURST), ...toAlerts(BURST, { urgency: 'high' })];
    await inTransaction(data.pool, (transaction) => night.plan(transaction, mixed));
    await setDatabaseClock(data.database.url, 'notification');
    expect(sentOf(await readNotices())).toEqual([BURST + 1, BURST]);
  });

  it('belong to the unit of who is notified, so that a commune does not see the list of its neighbours', async () => {
    const putDung = (validTo: string | null): void => {
      byDay.handlers.staff('dung', toVersions('staff', toStaffRecord('dung', { unit: 'xa-a', role: 'head' }, validTo)));
    };
    putDung('2020-12-31');
    await planAlerts(BURST / 2);
    await planAlerts(BURST / 2, { responsibleUnit: 'xa-b', responsiblePath: ['tinh', 'huyen', 'xa-b'] });
    putDung(null);
    const fold = (await readNotices()).find(({ is_fold: isCoalesced }) => isCoalesced);
    expect(fold).toMatchObject({ recipient: 'giang', unit: 'huyen', path: ['tinh', 'huyen'], listed: BURST });
  });

  it('are those that would go out together: alerts of a night are one list in the morning', async () => {
    const night = new NotificationPlanner({ directory: byNight, versionOf: () => 1, burstSize: BURST });
    for (const at of ['2026-11-25T18:00:00+07:00', '2026-11-25T23:00:00+07:00', '2026-11-26T06:00:00+07:00']) {
      await setDatabaseClock(data.database.url, 'notification', { at: new Date(at), speed: 0 });
      await planAlerts(4, {}, night);
    }
    await setDatabaseClock(data.database.url, 'notification');
    const { rows } = await data.pool.query<{ not_before: Date }>('SELECT DISTINCT not_before FROM notification.delivery');
    expect(sentOf(await readNotices())).toEqual([12]);
    expect(rows).toEqual([{ not_before: new Date('2026-11-26T07:30:00+07:00') }]);
  });
});
