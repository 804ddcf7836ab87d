import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClockPage } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { listAlerts } from './alerts/list-alerts.ts';
import { setClocks } from './alerts/set-clocks.ts';
import { motcuaJson, queryStack, type RunningStack, startStack } from '@motcua/testing/stack';
import { bostonAsOf, bostonFile, bostonMapping } from './boston/boston-file.ts';
import { expectBostonBoard } from './boston/expect-boston-board.ts';

const importArgs = ['import', bostonFile, '--mapping', bostonMapping, '--as-of', bostonAsOf];

/** Cases still open with their target passed: 5,308 that the city calls OVERDUE and 3 without a label. */
const openPastTarget = 5_311;
/** Cases that the city closed after their target. */
const closedLate = 8_702;

describe('a year of Boston, learnt at once at the moment the file was drawn', () => {
  let stack: RunningStack;
  let first: object;
  beforeAll(async () => {
    stack = await startStack(['--no-scenario', '--no-simulate']);
    await setClocks(stack, { at: new Date(bostonAsOf), speed: 0 });
    first = await motcuaJson(stack.home, ...importArgs);
  }, 600_000);
  afterAll(async () => {
    await stack.stop();
  }, 120_000);

  it('is given the city’s verdict for every labelled case, and brings nothing new the second time', async () => {
    const second = await motcuaJson<object>(stack.home, ...importArgs);
    const verdicts = { compared: 36_757, equal: 36_757, different: [] };

    expect(first).toMatchObject({ rows: 36_766, dossiers: 36_766, rejected: [], verdicts });
    expect(second).toMatchObject({ rows: 36_766, dossiers: 0, events: 0, rejected: [], verdicts });
    await expectBostonBoard(stack.home);
  }, 300_000);

  it('shows every open case past its target as breached, and no other', async () => {
    await waitFor(async () => (await listBreached(stack)).count >= openPastTarget, {
      describe: 'the timer to have read the whole log',
      timeoutMs: 240_000,
    });
    expect(await listBreached(stack)).toMatchObject({
      unit: 'boston',
      asOf: new Date(bostonAsOf).toISOString(),
      count: openPastTarget,
    });
  }, 300_000);

  it('says each of them once, by the highest escalation step it has reached, as history of which nobody is told', async () => {
    const alerts = await waitFor(
      async () => {
        const all = await listAlerts(stack);
        return all.filter(({ isBreach }) => isBreach).length >= openPastTarget && all;
      },
      { describe: 'an alert for each breached case', timeoutMs: 60_000 },
    );
    expect(alerts.filter(({ isBreach }) => isBreach)).toHaveLength(openPastTarget);
    expect(new Set(alerts.map(({ dossierId }) => dossierId)).size).toBe(alerts.length);
    expect(alerts.filter(({ fromImport }) => !fromImport)).toEqual([]);
    const judged = 'SELECT count(*)::int AS judged FROM sla.verdict WHERE cause IS NOT NULL';
    await waitFor(async () => (await queryStack<{ judged: number }>(stack, judged))[0]?.judged === openPastTarget + closedLate, {
      describe: 'a cause for each case that is or was late',
      timeoutMs: 120_000,
    });
    const causes = await queryStack<{ cause: string }>(stack, 'SELECT DISTINCT cause FROM sla.verdict');
    expect(causes.map(({ cause }) => cause)).not.toContain('sync-lag');
    expect(await queryStack(stack, 'SELECT event, recipient FROM notification.notice')).toEqual([]);
  }, 300_000);

  it('finds a case by the number that the city gave it, which might be somebody’s', async () => {
    const [dossier] = await queryStack<{ id: string; code: string }>(
      stack,
      `SELECT dossier_id AS id, source_code AS code FROM intake.dossier WHERE source_code ~ '^[0-9]+$' LIMIT 1`,
    );
    expect(await motcuaJson(stack.home, 'notify', 'trace', dossier?.code ?? '')).toEqual({ dossierId: dossier?.id, notices: [] });
  }, 60_000);

  it('keeps what was closed late as a fact, and alerts nobody about it', async () => {
    const [facts] = await queryStack<{ closed_late: number; alerts: number }>(
      stack,
      `SELECT count(*)::int AS closed_late,
              count(*) FILTER (WHERE EXISTS (
                SELECT FROM sla.clock_history h WHERE h.dossier_id = c.dossier_id AND h.clock = c.clock AND h.what = 'alerted'
              ))::int AS alerts
       FROM sla.clock c WHERE clock = 'dossier' AND state = 'closed' AND breached_at IS NOT NULL`,
    );
    expect(facts).toEqual({ closed_late: closedLate, alerts: 0 });
  }, 120_000);
});

const listBreached = ({ home }: RunningStack): Promise<ClockPage> =>
  motcuaJson<ClockPage>(home, 'clocks', '--unit', 'boston', '--state', 'breached');
