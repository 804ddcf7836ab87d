import { afterEach, describe, expect, it } from '@jest/globals';
import type { DossierEvent } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createWeek, ticks } from './alerts/create-week.ts';
import { findExpectedAlerts, toAlertText } from './alerts/expected-alerts.ts';
import { listAlerts, toAlertId } from './alerts/list-alerts.ts';
import { MailBox, queryStack, type RunningStack, startStack } from '@motcua/testing/stack';
import { playWeek, type Mishap } from './alerts/play-week.ts';
import { setClocks } from './alerts/set-clocks.ts';
import { createRandom } from './faults/random.ts';
import { RedisBehindADoor } from './faults/redis-behind-a-door.ts';

const seeds = Array.from({ length: Number(process.env['FAULT_SEEDS'] ?? '1') }, (_, index) => index + 1);
const DOSSIERS = 120;

describe('a week of alerts under faults', () => {
  const opened: { close: () => Promise<unknown> }[] = [];
  afterEach(async () => {
    for (const thing of opened.splice(0).reverse()) await thing.close();
  }, 60_000);

  it.each(seeds)(
    'tells what the rules say and sends it once, whatever is killed (seed %i)',
    async (seed) => {
      const random = createRandom(seed);
      const [redis, mails] = await Promise.all([RedisBehindADoor.open(), MailBox.open()]);
      opened.push(redis, mails);
      // A tick waits until the log says that it goes so far.
      const env = { REDIS_URL: redis.url, SMTP_URL: mails.url, LOG_PROGRESS_IDLE_SECONDS: '0.2' };
      const stack = await startStack(['--no-scenario', '--no-simulate'], env);
      opened.push({ close: () => stack.stop() });
      await setClocks(stack, { at: new Date((ticks[0] ?? 0) - 1), speed: 0 });

      await playWeek(stack, { events: createWeek(random, DOSSIERS), ticks, mishaps: planMishaps(random, stack, redis) });

      const known = await queryStack<{ body: DossierEvent }>(
        stack,
        'SELECT body FROM intake.event_log ORDER BY dossier_id, version',
      );
      const expected = findExpectedAlerts(
        known.map(({ body }) => body),
        ticks,
      );
      expect(expected.length).toBeGreaterThan(DOSSIERS);
      const alerts = await listAlerts(stack);
      expect(alerts.map(toAlertText).sort()).toEqual(expected.sort());

      const ids = alerts.map(toAlertId);
      await waitFor(() => isAllSent(stack, ids), { describe: 'every notice to be sent', timeoutMs: 120_000 });
      expect(await findRepeatedNotices(stack)).toEqual([]);
      const came = new Set(await mails.listIds());
      const sent = new Set(await listMails(stack, sentByMail));
      expect(sent.size).toBeGreaterThan(0);
      expect([...sent].filter((id) => !came.has(id))).toEqual([]);
      // A sender killed between the server's answer and its row: the row says that nobody knows, and the mail may have come.
      const unsure = new Set(await listMails(stack, endedWithoutAnswer));
      expect([...came].filter((id) => !sent.has(id) && !unsure.has(id))).toEqual([]);
    },
    900_000,
  );
});

/** Each is lost once or twice, at ticks that `random` chooses; a broken one is whole again before the next strikes. */
function planMishaps(random: () => number, stack: RunningStack, redis: RedisBehindADoor): ReadonlyMap<number, Mishap> {
  const mishaps: Mishap[] = [
    () => stack.kill('sla-timer'),
    () => stack.kill('sla-timer'),
    () => stack.kill('notification'),
    () => stack.kill('notification'),
    () => stack.kill('kafka'),
    () => redis.empty(),
    () => redis.restart(2_000),
  ];
  const working = ticks.map((_, index) => index).filter((index) => index > 2 && index < 105);
  const planned = new Map<number, Mishap>();
  for (const mishap of mishaps) {
    const free = working.filter((index) => !planned.has(index));
    planned.set(free[Math.floor(random() * free.length)] ?? 3, mishap);
  }
  return planned;
}

/** Whether somebody was told of each alert, and nothing is left to send. */
async function isAllSent(stack: RunningStack, alerts: readonly string[]): Promise<boolean> {
  const [left] = await queryStack<{ sending: number }>(
    stack,
    `SELECT count(*)::int AS sending FROM notification.delivery
     WHERE state IN ('pending', 'sending') AND not_before <= notification.clock_now()`,
  );
  const notified = await queryStack<{ event_id: string }>(stack, 'SELECT DISTINCT event_id FROM notification.notice');
  const ids = new Set(notified.map(({ event_id: id }) => id));
  return left?.sending === 0 && alerts.every((id) => ids.has(id));
}

/** Whom one alert told more than once. */
const findRepeatedNotices = (stack: RunningStack): Promise<object[]> =>
  queryStack(
    stack,
    `SELECT event_id, recipient FROM notification.notice WHERE event LIKE 'sla.%'
     GROUP BY event_id, recipient HAVING count(*) > 1`,
  );

const sentByMail = `state IN ('accepted', 'delivered')`;
const endedWithoutAnswer = `state IN ('expired', 'overtaken') AND reason = 'sender-lost'`;

/** The deliveries by mail of which the condition holds. */
async function listMails(stack: RunningStack, condition: string): Promise<string[]> {
  const rows = await queryStack<{ id: string }>(
    stack,
    `SELECT id FROM notification.delivery WHERE channel = 'mail' AND ${condition}`,
  );
  return rows.map(({ id }) => id);
}
