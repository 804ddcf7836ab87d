import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board, LiveMessage, VerifyReport } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import { hasFollowed, isQuiet } from './alerts/timer-state.ts';
import { bostonAsOf, bostonFile, bostonMapping } from './boston/boston-file.ts';
import { expectBostonBoard } from './boston/expect-boston-board.ts';
import { createToken, listenTo } from './stack/gateway.ts';
import { motcuaJson, runMotcua } from './stack/motcua.ts';
import { startStack, type RunningStack } from './stack/running-stack.ts';

const thanhBaPeriod = '2022-01-01..2022-10-31';

describe('the embedded stack with the Thanh Ba scenario', () => {
  let stack: RunningStack;
  beforeAll(async () => {
    stack = await startStack(['--no-simulate']);
  }, 240_000);
  afterAll(async () => {
    await stack.stop();
  }, 60_000);

  it('says that it is ready once the scenario is loaded and projected', async () => {
    expect(await runMotcua(stack.home, ['status', '--json'])).toMatchObject({ code: 0 });
  });

  it('shows the figures of the supervision of November 2022', async () => {
    const board = await motcuaJson<Board>(stack.home, 'board', '--unit', 'thanh-ba', '--period', thanhBaPeriod);
    const levels = await motcuaJson<Board>(stack.home, 'board', '--unit', 'thanh-ba', '--period', thanhBaPeriod, '--by', 'level');
    const figure = (key: string, id: string) => levels.rows.find((row) => row.key === key)?.indicators[id]?.value ?? null;

    expect({
      settled: toPercent(board.rows[0]?.indicators['on-time.closed']?.value ?? null, 0),
      district: toPercent(figure('district-office', 'online.filed'), 0),
      districtPartial: toPercent(figure('district-office', 'online.partial'), 0),
      districtFull: toPercent(figure('district-office', 'online.full'), 0),
      communes: toPercent(figure('commune', 'online.filed'), 1),
    }).toEqual({ settled: '97', district: '93', districtPartial: '28', districtFull: '65', communes: '21.9' });
  });

  it('opens every figure to exactly as many dossiers as it says', async () => {
    // A figure and its lists are asked for one after the other: verdicts on what is overdue must have come in.
    await waitFor(async () => (await hasFollowed(stack)) && (await isQuiet(stack)), {
      describe: 'the timer has judged what is overdue',
      timeoutMs: 120_000,
    });
    expect(await motcuaJson<VerifyReport>(stack.home, 'verify')).toMatchObject({ outcome: 'equal' });
    const board = await motcuaJson<Board>(stack.home, 'board', '--unit', 'thanh-ba', '--period', thanhBaPeriod);
    const parts = Object.entries(board.rows[0]?.indicators ?? {}).flatMap(([id, figure]) =>
      figure.numerator === null || figure.denominator === null
        ? [{ id, part: 'numerator', figure: figure.value }]
        : [
            { id, part: 'numerator', figure: figure.numerator },
            { id, part: 'denominator', figure: figure.denominator },
          ],
    );
    const listed: typeof parts = [];
    for (const { id, part } of parts) {
      const list = await motcuaJson<{ dossiers: { dossierId: string }[] }>(
        ...([
          stack.home,
          'dossiers',
          '--indicator',
          id,
          '--part',
          part,
          '--unit',
          'thanh-ba',
          '--period',
          thanhBaPeriod,
        ] as const),
      );
      listed.push({ id, part, figure: new Set(list.dossiers.map(({ dossierId }) => dossierId)).size });
    }

    expect(parts.length).toBeGreaterThanOrEqual(23);
    expect(listed).toEqual(parts);
  }, 240_000);

  it('moves the live board by time alone when a dossier passes its due moment', async () => {
    const url = await stack.gatewayUrl();
    const due = new Date(Date.now() + 4000);
    await postReceived({ url, token: await createToken(stack, 'system'), due });
    const stop = new AbortController();
    const seen: { overdue: number; at: number }[] = [];
    for await (const { board } of listenTo<LiveMessage>(
      `${url}/v1/live?unit=phu-tho`,
      await createToken(stack, 'admin'),
      stop.signal,
    )) {
      const figure = board.rows[0]?.indicators['on-time.766'];
      seen.push({ overdue: (figure?.denominator ?? 0) - (figure?.numerator ?? 0), at: Date.now() });
      const rose = seen.length > 1 && (seen.at(-1)?.overdue ?? 0) > (seen.at(-2)?.overdue ?? 0);
      if (rose) break;
    }
    stop.abort();

    const lateness = (seen.at(-1)?.at ?? 0) - due.getTime();
    expect(lateness).toBeGreaterThan(0);
    expect(lateness).toBeLessThan(5000);
  }, 60_000);

  it('takes the Boston sample with the city’s verdict for every labelled case, and adds nothing the second time', async () => {
    const args = ['import', bostonFile, '--mapping', bostonMapping, '--as-of', bostonAsOf];
    const first = await motcuaJson<object>(stack.home, ...args);
    const second = await motcuaJson<object>(stack.home, ...args);
    const verdicts = { compared: 36_757, equal: 36_757, different: [] };

    expect(first).toMatchObject({ rows: 36_766, dossiers: 36_766, rejected: [], verdicts });
    expect(second).toMatchObject({ rows: 36_766, dossiers: 0, events: 0, rejected: [], verdicts });
    await expectBostonBoard(stack.home);
  }, 240_000);

  it('finds the projection equal to a recomputation from the event table', async () => {
    const report = await motcuaJson<VerifyReport>(stack.home, 'verify');

    expect(report).toMatchObject({ outcome: 'equal', differenceCount: 0 });
    expect(report.checked.dossiers).toBeGreaterThan(60_000);
  }, 120_000);

  it('keeps its data over a restart', async () => {
    const readBoard = () =>
      motcuaJson<Board>(stack.home, 'board', '--unit', 'thanh-ba', '--period', thanhBaPeriod, '--by', 'month');
    const before = await readBoard();
    expect(await runMotcua(stack.home, ['down'])).toMatchObject({ code: 0 });
    expect(await runMotcua(stack.home, ['up', '--detach', '--no-simulate'])).toMatchObject({ code: 0 });

    expect((await readBoard()).rows).toEqual(before.rows);
  }, 180_000);
});

/** A fraction as a percentage, rounded half up at `decimals`, as the article prints it. */
function toPercent(value: number | null, decimals: number): string | null {
  if (value === null) return null;
  const scale = 10 ** decimals;
  return (Math.floor(value * 100 * scale + 0.5) / scale).toFixed(decimals);
}

async function postReceived({ url, token, due }: { url: string; token: string; due: Date }): Promise<void> {
  const event = {
    specversion: '1.0',
    id: randomUUID(),
    source: 'urn:motcua:e2e',
    type: 'vn.motcua.dossier.received.v1',
    time: new Date(Date.now() - 60_000).toISOString(),
    data: { sourceCode: randomUUID(), unit: 'phu-tho', procedure: '1.001612', channel: 'in-person', due: due.toISOString() },
  };
  const response = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents+json' },
    body: JSON.stringify(event),
  });
  expect({ status: response.status, body: await response.json() }).toMatchObject({
    status: 200,
    body: { accepted: 1, refused: [] },
  });
}
