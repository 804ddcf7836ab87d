import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DossierLine } from '@motcua/contracts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const workspaceRoot = resolve(import.meta.dirname, '../../../..');
const PAGE = 200;
/** So many that a reader of one line cannot have been given all of them. */
const PAGES = 500;

const line = (number: number): DossierLine => ({
  dossierId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  code: `H44.101-261127-${String(number).padStart(6, '0')}`,
  sourceCode: null,
  unit: 'xa-thanh-ba',
  procedure: '1.001193',
  field: 'ho-tich',
  channel: 'in-person',
  officer: null,
  receivedAt: '2026-11-27T01:00:00.000Z',
  originalDue: '2026-11-27T10:00:00.000Z',
  currentDue: '2026-11-27T10:00:00.000Z',
  due766: null,
  endedAt: null,
  isLate: false,
  status: 2,
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** A gateway with a long list behind a figure. */
let gateway: Server;
let asked: number[];
let url: string;
beforeEach(async () => {
  asked = [];
  gateway = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://gateway');
    const [page, limit] = [Number(searchParams.get('cursor') ?? 0), Number(searchParams.get('limit'))];
    asked.push(limit);
    const dossiers = Array.from({ length: Math.min(PAGE, limit) }, (_, index) => line(page * PAGE + index));
    const next = page + 1 < PAGES ? String(page + 1) : null;
    const head = {
      indicator: 'received',
      version: 1,
      part: 'value',
      unit: 'xa-thanh-ba',
      period: { from: '2026-11-27', to: '2026-11-27' },
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ...head, asOf: '2026-11-27T02:00:00.000Z', total: PAGE * PAGES, dossiers, next }));
  });
  await once(gateway.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
});
afterEach(() => {
  gateway.closeAllConnections();
  gateway.close();
});

function startDossiers(...args: string[]) {
  const typescript = ['--conditions=@motcua/source', '--import', join(workspaceRoot, 'libs/testing/src/jest/run-typescript.js')];
  const of = ['--indicator', 'received', '--part', 'value', '--unit', 'xa-thanh-ba', '--period', '2026-11-27..2026-11-27'];
  return spawn(process.execPath, [...typescript, join(workspaceRoot, 'apps/cli/src/main.ts'), 'dossiers', ...of, ...args], {
    cwd: workspaceRoot,
    env: { PATH: process.env['PATH'], MOTCUA_URL: url, MOTCUA_TOKEN: 'any' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('a list that a reader has seen enough of', () => {
  it('ends at once and quietly, as with `| head`', async () => {
    const child = startDossiers();
    const overrides = text(child.stderr);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = (await once(child, 'close')) as [number];
    expect({ code, said: await overrides }).toEqual({ code: 0, said: '' });
    expect(asked.length).toBeLessThan(PAGES / 2);
  });

  it('asks for no page more than --limit needs', async () => {
    const child = startDossiers('--limit', '3', '--json');
    const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number]>]);
    expect({ code, asked }).toEqual({ code: 0, asked: [3] });
    expect(JSON.parse(out)).toMatchObject({ total: PAGE * PAGES, dossiers: [line(0), line(1), line(2)] });
  });
});
