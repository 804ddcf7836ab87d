import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Board, RebuildStatus, VerifyReport } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import {
  controlStack,
  createSmallPdf,
  motcuaJson,
  Office,
  prepareOwnHome,
  queryStack,
  runMotcua,
  startStack,
  type RunningStack,
} from '@motcua/testing/stack';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listMails } from './planted/list-mails.ts';
import { isFollowed } from './planted/stack-state.ts';
import { lifeSource, postReceived } from './report/post-life.ts';

const day = '2026-01-01..2026-12-31';
const flags = ['--no-scenario', '--no-simulate'];
let safe: string;
let stack: RunningStack;
let restored: RunningStack | undefined;
beforeAll(async () => {
  safe = await mkdtemp(join(tmpdir(), 'motcua-safe-'));
  stack = await startStack(flags);
}, 300_000);
afterAll(async () => {
  await stack.stop();
  await restored?.stop();
  await rm(safe, { recursive: true, force: true });
}, 60_000);

interface Comparison {
  readonly schema: string;
  readonly agreements: readonly { readonly topic: string; readonly agrees: boolean }[];
  readonly lost: readonly unknown[];
}

/** One value from the database of a stack. */
async function ask<Value>(of: RunningStack, sql: string): Promise<Value | undefined> {
  return (await queryStack<{ value: Value }>(of, `SELECT (${sql}) AS value`))[0]?.value;
}
/** What was said and told: of restored clocks and notices nothing may come twice. */
const countSaid = async (of: RunningStack) => ({
  alerts: await ask<string>(of, 'SELECT count(*) FROM sla.event WHERE dossier_id IS NOT NULL'),
  notices: await ask<string>(of, 'SELECT count(*) FROM notification.notice'),
  deliveries: await ask<string>(of, 'SELECT count(*) FROM notification.delivery'),
});
const verify = (of: RunningStack) =>
  waitFor(
    async () => {
      const { code, stdout } = await runMotcua(of.home, ['verify', '--json']);
      return code !== 2 && { code, report: JSON.parse(stdout) as VerifyReport };
    },
    { describe: 'something to compare', timeoutMs: 60_000 },
  );

it('brings a running stack back in an empty folder: backup, restore, rebuild, verify equal, and nobody is told twice', async () => {
  const counter = await Office.open(stack, 'counter', 'xa-thanh-ba', undefined, 'xa-thanh-ba.counter');
  const received = await counter.command<{ dossier: { dossierId: string; code: string } }>(
    '/v1/dossiers',
    {
      unit: 'xa-thanh-ba',
      procedure: '1.004873',
      channel: 'in-person',
      applicant: { name: 'Nguyễn Thị Hoa', phone: '0912345678' },
    },
    'one',
  );
  const { dossierId } = received.dossier;
  await waitFor(async () => (await counter.find(`/v1/dossiers/${dossierId}/components`)).status === 200, {
    describe: 'its checklist',
  });
  await counter.upload(`/v1/dossiers/${dossierId}/components/1/files`, await createSmallPdf('to khai'));
  await postReceived(await Office.open(stack, 'source', 'phu-tho', lifeSource), new Date(Date.now() - 30_000));
  await waitFor(
    async () => (await ask<boolean>(stack, `SELECT count(*) > 0 FROM notification.notice WHERE event = 'sla.breached'`)) === true,
    {
      describe: 'the overdue dossier to be told of',
      timeoutMs: 60_000,
    },
  );
  await waitFor(async () => (await ask<boolean>(stack, 'SELECT NOT EXISTS (SELECT FROM sla.unjudged)')) === true, {
    describe: 'its cause',
  });
  expect((await verify(stack)).report.outcome).toBe('equal');
  const board = await motcuaJson<Board>(stack.home, 'board', '--unit', 'phu-tho', '--period', day);
  const files = await counter.listFiles(dossierId);
  await waitFor(() => isFollowed(stack), { describe: 'everybody to be told', timeoutMs: 60_000 });
  // Targets are looked at every few seconds: the one that is missed now is told of before anything is counted.
  const isMissedTold = `SELECT count(*) > 0 FROM notification.notice WHERE event = 'notification.threshold'`;
  await waitFor(() => ask<boolean>(stack, isMissedTold), {
    describe: 'the target that is missed to be told of',
    timeoutMs: 60_000,
  });
  const said = await countSaid(stack);
  expect(Number(said.alerts)).toBeGreaterThan(0);

  const [keyFile, folder] = [join(safe, 'key'), join(safe, 'backup')];
  await motcuaJson(stack.home, 'backup', 'key', keyFile);
  await motcuaJson(stack.home, 'backup', 'create', folder, '--key', keyFile);
  // What happens afterwards is not in it, and goes with the stack.
  await counter.command(
    '/v1/dossiers',
    { unit: 'xa-thanh-ba', procedure: '1.004873', channel: 'in-person', applicant: { name: 'B' } },
    'two',
  );
  await runMotcua(stack.home, ['down']);

  const home = await prepareOwnHome();
  restored = controlStack(home);
  const restore = ['backup', 'restore', folder, '--key', keyFile];
  await motcuaJson(home, ...restore);
  expect(JSON.parse((await runMotcua(home, [...restore, '--json'])).stdout)).toMatchObject({
    error: { code: 'backup.not-empty' },
  });
  const up = await runMotcua(home, ['up', '--detach', ...flags]);
  expect([up.code, up.stderr]).toEqual([0, expect.any(String)]);
  expect(up.stdout + up.stderr).toContain('Run "motcua rebuild sla"');
  const rebuilt = await motcuaJson<(RebuildStatus & { projection: string })[]>(home, 'rebuild', 'all');
  expect(rebuilt.map(({ projection, state, unreadable }) => [projection, state, unreadable])).toEqual([
    ['sla', 'done', 0],
    ['digitization', 'done', 0],
    ['notification', 'done', 0],
    ['kpi', 'done', 0],
  ]);

  const { report, code } = await verify(restored);
  expect([code, report.differences]).toEqual([0, []]);
  const compared = await motcuaJson<Comparison[]>(home, 'relay', 'compare');
  expect(compared.map(({ schema, lost }) => [schema, lost])).toEqual(
    ['intake', 'catalogue', 'sla', 'digitization'].map((schema) => [schema, []]),
  );
  expect(compared.flatMap(({ agreements }) => agreements.filter(({ agrees }) => !agrees))).toEqual([]);
  expect(compared.flatMap(({ agreements }) => agreements).length).toBeGreaterThan(4);
  const again = await motcuaJson<Board>(home, 'board', '--unit', 'phu-tho', '--period', day);
  expect(again.rows[0]?.indicators['open']).toEqual(board.rows[0]?.indicators['open']);
  const office = await Office.open(restored, 'counter', 'xa-thanh-ba', undefined, 'xa-thanh-ba.counter');
  expect(await office.listFiles(dossierId)).toEqual(files);
  expect(await office.hashContent(dossierId, files[0]?.fileId ?? '')).toBe(files[0]?.sha256);
  expect(JSON.stringify(await office.get(`/v1/dossiers/${dossierId}`))).toContain('Nguyễn Thị Hoa');
  // Consumers find by themselves that they were cured.
  await waitFor(async () => (await runMotcua(home, ['status', '--json'])).code === 0, {
    describe: 'all to be well',
    timeoutMs: 30_000,
  });
  // The log says again how far it goes, and clocks that are overdue could fire: they have.
  const reads = () => ask<string>(restored as RunningStack, 'SELECT min(current_at)::text FROM sla.reading');
  const before = await reads();
  await waitFor(async () => (await reads()) !== before, { describe: 'the log to be read on', timeoutMs: 30_000 });
  expect([await countSaid(restored), await listMails(restored)]).toEqual([said, []]);
  // And life goes on.
  await office.command(
    '/v1/dossiers',
    { unit: 'xa-thanh-ba', procedure: '1.004873', channel: 'in-person', applicant: { name: 'C' } },
    'three',
  );
  expect((await verify(restored)).report.outcome).toBe('equal');
}, 300_000);
