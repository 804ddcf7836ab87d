import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board, LiveMessage, VerifyReport } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pMap from 'p-map';
import { hasFollowed, isQuiet } from './alerts/timer-state.ts';
import { createSmallPdf, motcuaJson, Office, readStackFile, runMotcua, toAnswers } from '@motcua/testing/stack';
import { findWithoutResult } from './report/find-dossier.ts';
import { returnDossier } from './report/return-dossier.ts';
import { openFigures } from './report/list-rows.ts';
import { readMail } from './report/read-mail.ts';
import { lifeSource, postReceived, postReturned } from './report/post-life.ts';
import { readFigure, untilMoved, untilTomorrow, type Parts } from './report/read-report.ts';
import { findAccessToken, logIn } from './sign-in/log-in.ts';
import { PageBrowser } from './sign-in/page-browser.ts';
import { readPageSession } from './sign-in/page-session.ts';
import { createToken, listenTo } from './stack/gateway.ts';
import { npmStart, type NpmStack } from './stack/npm-start.ts';

const thanhBaPeriod = '2022-01-01..2022-10-31';
const thanhBa = { unit: 'thanh-ba', from: '2022-01-01', to: '2022-10-31' };
const DAY_MS = 86_400_000;

describe('the embedded stack with the Thanh Ba scenario, started as the README says', () => {
  let stack: NpmStack;
  beforeAll(async () => {
    stack = await npmStart(['--no-simulate']);
  }, 700_000);
  afterAll(async () => {
    await stack.stop();
  }, 60_000);

  it('answers before the scenario arrives, and ends its start with the paragraph of the article', () => {
    expect(stack.afterReady).toMatch(/✓ the Thanh Ba scenario .*The scenario is complete/);
    expect(stack.afterReady).toContain(
      'giải quyết trước và đúng hạn đạt 97%, còn 96 hồ sơ quá hạn chưa giải quyết; tỷ lệ số hóa hồ sơ đạt trên 52%',
    );
  });

  it('says that it is ready once the scenario is loaded and projected', async () => {
    expect(await runMotcua(stack.home, ['status', '--json'])).toMatchObject({ code: 0 });
  });

  it('signs somebody in at a terminal by a browser, for the commands that name the installation, and out again', async () => {
    const url = await stack.gatewayUrl();
    const env = { XDG_CONFIG_HOME: join(stack.home, 'config') };
    const [, password = ''] = /xa-thanh-ba\.head (\S+)/.exec(stack.afterReady) ?? [];
    const login = await logIn({ home: stack.home, env }, ['--gateway', url, '--json'], { name: 'xa-thanh-ba.head', password });
    const head = { gateway: url, sub: 'xa-thanh-ba.head', posts: ['head@xa-thanh-ba'], post: 'head@xa-thanh-ba' };
    expect([login.code, JSON.parse(login.stdout)]).toEqual([0, expect.objectContaining(head)]);
    expect((await stat(join(env.XDG_CONFIG_HOME, 'motcua', 'logins.json'))).mode & 0o777).toBe(0o600);

    const run = (...args: string[]) => runMotcua(stack.home, [...args, '--json'], env);
    const own = await run('worklist', '--unit', 'xa-thanh-ba', '--gateway', url);
    expect([own.code, own.stderr]).toEqual([0, '']);
    const foreign = await run('account', 'list', '--gateway', url);
    expect(foreign.code).not.toBe(0);
    // Without the installation's name it is the stack of this machine, and its owner who types.
    expect(JSON.parse((await run('whoami')).stdout)).toMatchObject({ sub: 'operator', post: 'admin' });

    expect(JSON.parse((await run('logout', '--gateway', url)).stdout)).toEqual({ gateway: url, outcome: 'ended' });
    const afterwards = await run('whoami', '--gateway', url);
    expect([afterwards.code, JSON.parse(afterwards.stdout)]).toEqual([
      2,
      { error: expect.objectContaining({ code: 'login.none', hint: expect.stringContaining('motcua login') }) },
    ]);
  }, 240_000);

  it('signs somebody out everywhere from a browser: the terminal and the access token that it holds too', async () => {
    const url = await stack.gatewayUrl();
    const env = { XDG_CONFIG_HOME: join(stack.home, 'config-everywhere') };
    const [, password = ''] = /xa-thanh-ba\.counter (\S+)/.exec(stack.afterReady) ?? [];
    const person = { name: 'xa-thanh-ba.counter', password };
    expect((await logIn({ home: stack.home, env }, ['--gateway', url, '--json'], person)).code).toBe(0);
    const token = await findAccessToken(join(env.XDG_CONFIG_HOME, 'motcua', 'logins.json'));
    const ask = () => fetch(`${url}/v1/inbox`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);

    const browser = new PageBrowser();
    await browser.submit(await browser.open(`${url}/auth/sign-in?to=/`), person);
    const { csrfToken } = await readPageSession(browser, url);
    const headers = { origin: url, 'sec-fetch-site': 'same-origin', 'x-csrf-token': csrfToken };
    expect((await browser.ask(`${url}/auth/sign-out-everywhere`, { method: 'POST', headers })).status).toBe(200);

    await waitFor(async () => (await ask()).status === 401, { describe: 'the access token to be refused' });
    const whoami = await runMotcua(stack.home, ['whoami', '--gateway', url, '--json'], env);
    expect(whoami.code).not.toBe(0);
    await expect(readPageSession(browser, url)).rejects.toThrow('Nobody is signed in');
    // Whoever signs in again is let in again.
    expect((await logIn({ home: stack.home, env }, ['--gateway', url, '--json'], person)).code).toBe(0);
  }, 240_000);

  it('has no key beside it by which anybody could sign a token', async () => {
    expect(await runMotcua(stack.home, ['token', '--role', 'admin'])).toMatchObject({ code: 2 });
    const secrets = await readdir(join(stack.home, 'secrets'));
    expect(secrets.filter((name) => name.startsWith('signing-key'))).toEqual([]);
    expect(stack.said()).toContain('This stack is for tests');
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
    // A figure and its lists are asked for one after the other: overdue causes on what is overdue must have come in.
    await waitFor(async () => (await hasFollowed(stack)) && (await isQuiet(stack)), {
      describe: 'the timer has classified what is overdue',
      timeoutMs: 120_000,
    });
    const board = await motcuaJson<Board>(stack.home, 'board', '--unit', 'thanh-ba', '--period', thanhBaPeriod);
    const parts = Object.entries(board.rows[0]?.indicators ?? {}).flatMap(([id, figure]) =>
      figure.numerator === null || figure.denominator === null
        ? [{ id, part: 'numerator', figure: figure.value }]
        : [
            { id, part: 'numerator', figure: figure.numerator },
            { id, part: 'denominator', figure: figure.denominator },
          ],
    );
    const place = ['--unit', 'thanh-ba', '--period', thanhBaPeriod];
    const listed = await pMap(
      parts,
      async ({ id, part }) => {
        const args = ['dossiers', '--indicator', id, '--part', part, ...place];
        const { dossiers } = await motcuaJson<{ dossiers: { dossierId: string }[] }>(stack.home, ...args);
        return { id, part, figure: new Set(dossiers.map(({ dossierId }) => dossierId)).size };
      },
      { concurrency: 3 },
    );

    expect(parts.length).toBeGreaterThanOrEqual(23);
    expect(listed).toEqual(parts);
  }, 600_000);

  it('writes the paragraph of the article, with digitization above 52 % as the dossiers say', async () => {
    const place = ['--unit', 'thanh-ba', '--period', thanhBaPeriod];
    const text = await runMotcua(stack.home, ['report', 'supervision', ...place]);
    expect(text.stdout).toContain('tỷ lệ số hóa hồ sơ đạt trên 52%');

    const figure = await readFigure(await Office.open(stack, 'admin'), thanhBa, 'digitized');
    const list = (part: string) =>
      motcuaJson<{ total: number }>(
        ...([stack.home, 'dossiers', '--indicator', 'digitized.dossiers', '--part', part, ...place, '--limit', '1'] as const),
      );
    const [numerator, denominator] = [(await list('numerator')).total, (await list('denominator')).total];
    expect({ numerator, denominator }).toEqual(figure);
    const share = numerator / denominator;
    expect(share).toBeGreaterThan(0.52);
    expect(share).toBeLessThan(0.525);
  }, 60_000);

  it('opens every figure of the report to what its numerator says', async () => {
    const opened = await openFigures(stack.home, thanhBa);
    // Of three figures beside the article's fourteen the scenario tells nothing.
    const empty = opened.filter(({ numerator }) => numerator === null).map(({ id }) => id);
    expect([opened.length, empty.sort()]).toEqual([17, ['e-document-schools', 'petitions', 'planning-opinions']]);
    expect(opened.map(({ id, behind }) => ({ id, behind }))).toEqual(
      opened.map(({ id, numerator }) => ({ id, behind: numerator })),
    );
  }, 400_000);

  it('counts one more dossier as digitized when the missing scan of its result is uploaded', async () => {
    const admin = await Office.open(stack, 'admin');
    const before = await readFigure(admin, thanhBa, 'digitized');
    const line = await findWithoutResult(admin, 'thanh-ba', '2022-11-01T00:00:00+07:00');
    const counter = await Office.open(stack, 'counter', line.unit);

    const attached = await counter.upload(`/v1/dossiers/${line.dossierId}/result/files`, await createSmallPdf(line.dossierId));
    const moved = await untilMoved(admin, { period: thanhBa, id: 'digitized', before, since: Date.now() });

    report(`digitized moved ${moved.afterMs} ms after the upload was answered`);
    expect(attached).toMatchObject({ already: false, isDigitized: true });
    expect(moved.figure).toEqual(plus(before, 1, 0));
    const { total } = await motcuaJson<{ total: number }>(
      ...([stack.home, 'dossiers', '--indicator', 'digitized.dossiers', '--unit', 'thanh-ba'] as const),
      ...(['--period', thanhBaPeriod, '--limit', '1'] as const),
    );
    expect(total).toBe(moved.figure.numerator);
  }, 60_000);

  it('moves satisfaction when a citizen follows the link of the counter and rates his dossier', async () => {
    const admin = await Office.open(stack, 'admin');
    const period = untilTomorrow('phu-tho', '2022-01-01');
    const before = await readFigure(admin, period, 'satisfaction');
    const returned = await returnDossier(stack, 'xa-thanh-ba');
    const { link } = await motcuaJson<{ link: string }>(stack.home, 'rating-link', returned);
    const page = await fetch(link);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const body = JSON.stringify({ token: new URL(link).hash.slice(1), answers: toAnswers(false) });

    const headers = { 'content-type': 'application/json' };
    const rated = await fetch(`${admin.url}/v1/ratings`, { method: 'POST', headers, body });
    const moved = await untilMoved(admin, { period, id: 'satisfaction', before, since: Date.now() });

    expect(rated.status).toBe(201);
    report(`satisfaction moved ${moved.afterMs} ms after the rating was answered`);
    expect(moved.figure).toEqual(plus(before, 0, 1));
  }, 60_000);

  it('writes to the citizen whose result was handed over, and his mail has the link by which he rates', async () => {
    const applicant = { name: 'Nguyễn Thị Hoa', email: 'hoa@hop-thu.example' };
    await returnDossier(stack, 'xa-thanh-ba', { applicant });

    const text = await readMail(stack, applicant.email, 'Đã trả kết quả');
    const link = new URL(/https?:\S+\/rate#\S+/.exec(text)?.[0] ?? 'none:');
    const body = JSON.stringify({ token: link.hash.slice(1), answers: toAnswers(true) });
    const rated = await fetch(new URL('/v1/ratings', link), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });

    expect([link.origin, rated.status]).toEqual([new URL(await stack.gatewayUrl()).origin, 201]);
  }, 90_000);

  it('moves the share settled in time when a dossier is returned, in time and late', async () => {
    const admin = await Office.open(stack, 'admin');
    const source = await Office.open(stack, 'source', 'phu-tho', lifeSource);
    const period = untilTomorrow('phu-tho', '2026-01-01');
    const before = await readFigure(admin, period, 'on-time');

    await postReturned(source, new Date(Date.now() + DAY_MS));
    const inTime = await untilMoved(admin, { period, id: 'on-time', before, since: Date.now() });
    expect(inTime.figure).toEqual(plus(before, 1, 1));

    await postReturned(source, new Date(Date.now() - DAY_MS));
    const late = await untilMoved(admin, { period, id: 'on-time', before: inTime.figure, since: Date.now() });
    report(`on-time moved ${late.afterMs} ms after a late return was answered`);
    expect(late.figure).toEqual(plus(inTime.figure, 0, 1));
  }, 60_000);

  it('moves the live board by time alone when a dossier passes its due moment', async () => {
    const url = await stack.gatewayUrl();
    // So far ahead that the board is looked at before it, on a busy machine too.
    const due = new Date(Date.now() + 20_000);
    await postReceived(await Office.open(stack, 'source', 'phu-tho', lifeSource), due);
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
  }, 120_000);

  it('finds the projection equal to a recomputation from the event table', async () => {
    const report = await motcuaJson<VerifyReport>(stack.home, 'verify');

    expect(report).toMatchObject({ outcome: 'equal', differenceCount: 0 });
    expect(report.checked.dossiers).toBeGreaterThan(24_000);
  }, 600_000);

  it('stops all it has started when npm is told to end, and keeps its data', async () => {
    const readBoard = () =>
      motcuaJson<Board>(stack.home, 'board', '--unit', 'thanh-ba', '--period', thanhBaPeriod, '--by', 'month');
    const before = await readBoard();
    const { services, postgres, kafka } = await readStackFile(stack.home);
    const pids = [...Object.values(services), postgres, kafka].map(({ pid }) => pid ?? NaN);
    expect(pids.filter(isAlive)).toEqual(pids);

    expect(await stack.end()).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(await runMotcua(stack.home, ['up', '--detach', '--no-simulate'])).toMatchObject({ code: 0 });

    expect((await readBoard()).rows).toEqual(before.rows);
  }, 400_000);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A fraction as a percentage, rounded half up at `decimals`, as the article prints it. */
function toPercent(value: number | null, decimals: number): string | null {
  if (value === null) return null;
  const scale = 10 ** decimals;
  return (Math.floor(value * 100 * scale + 0.5) / scale).toFixed(decimals);
}

const plus = ({ numerator, denominator }: Parts, more: number, all: number): Parts => ({
  numerator: (numerator ?? 0) + more,
  denominator: (denominator ?? 0) + all,
});

/** A measured time, for who reads the output. */
function report(text: string): void {
  process.stdout.write(`${text}\n`);
}
