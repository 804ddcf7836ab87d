import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Board, NoticePage, TargetList } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createNotificationFixture,
  type NotificationFixture,
  type NotificationInstance,
} from '../testing/notification-service.ts';
import { shippedRules } from '../testing/shipped-rules.ts';
import { createMember } from '../testing/staff.builder.ts';

let fixture: NotificationFixture;
let service: NotificationInstance;
let kpi: Server;
const figure = { value: 0.99 as number | null, asked: [] as string[], tokens: [] as string[] };

/** As kpi-aggregator answers: the contract is what both keep. */
const toBoard = (query: URLSearchParams): Board => ({
  unit: query.get('unit') ?? '',
  period: { from: query.get('from') ?? '', to: query.get('to') ?? '' },
  by: null,
  asOf: query.get('asOf') ?? '',
  parked: 0,
  freshness: { lag: 0, lagReadAt: null, projectedAt: null },
  rows: [
    {
      key: query.get('unit') ?? '',
      indicators: { 'on-time.766': { version: 1, numerator: null, denominator: null, value: figure.value } },
    },
  ],
});

beforeAll(async () => {
  kpi = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://kpi');
    figure.tokens.push(request.headers.authorization ?? '');
    const isBoard = url.pathname === '/v1/board';
    if (isBoard) figure.asked.push(url.search);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isBoard ? toBoard(url.searchParams) : { indicators: [] }));
  });
  await new Promise<void>((resolve) => kpi.listen(0, '127.0.0.1', resolve));
  const { port } = kpi.address() as AddressInfo; // it listens on a port
  fixture = await createNotificationFixture({ environment: { KPI_URL: `http://127.0.0.1:${String(port)}` } });
  service = await fixture.startInstance();
  const other = await fixture.startInstance();
  expect(other.url).not.toBe(service.url);
  await fixture.seed(service, {
    rules: shippedRules,
    staff: { dung: createMember('xa-a', 'head'), loan: createMember('huyen', 'leader') },
  });
  const target = { target: 0.95, validFrom: '2000-01-01', validTo: null };
  await fixture.call(service, '/v1/targets/xa-a/on-time.766', { method: 'PUT', body: target });
}, 90_000);
afterAll(async () => {
  await fixture.close();
  kpi.close();
}, 60_000);

const untilRead = async (value: number): Promise<void> => {
  figure.value = value;
  await fixture.wakeFigures(['tinh', 'huyen', 'xa-a']);
  await waitFor(
    async () => {
      const { body } = await fixture.call<TargetList>(service, '/v1/targets');
      return body.targets[0]?.value === value;
    },
    { describe: `the figure ${String(value)} to be read` },
  );
};
const planned = async (): Promise<string[]> => {
  const { body } = await fixture.call<NoticePage>(service, '/v1/notices?event=notification.threshold');
  return body.notices.map(({ recipient }) => recipient.id).sort();
};

it('notifies head and leader when a month’s figure falls below its target, once, and again after it was met', async () => {
  await untilRead(0.97);
  expect(await planned()).toEqual([]);
  await untilRead(0.94);
  expect(await planned()).toEqual(['dung', 'loan']);
  await untilRead(0.93);
  expect(await planned()).toEqual(['dung', 'loan']);
  await untilRead(0.96);
  await untilRead(0.9);
  expect(await planned()).toEqual(['dung', 'dung', 'loan', 'loan']);
  const { body } = await fixture.call<TargetList>(service, '/v1/targets?unit=huyen');
  expect(body.targets).toMatchObject([{ unit: 'xa-a', state: 'missed', value: 0.9 }]);
}, 90_000);

it('asks for the running month at the unit, with a token of its own', () => {
  const [asked] = figure.asked.map((search) => new URLSearchParams(search));
  expect(asked?.get('from')).toMatch(/^\d{4}-\d\d-01$/);
  expect(asked?.get('to')?.slice(0, 7)).toBe(asked?.get('from')?.slice(0, 7));
  expect(figure.tokens.every((header) => header.startsWith('Bearer ey'))).toBe(true);
});
