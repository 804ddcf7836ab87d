import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board, LiveMessage } from '@motcua/contracts';
import { OwnKafka, waitFor } from '@motcua/testing';
import { createParser } from 'eventsource-parser';
import { runKpi, type RunningKpi } from './testing/run-kpi.ts';
import { createEvent, createSnapshot } from './testing/snapshot.builder.ts';

let kafka: OwnKafka;
let kpi: RunningKpi;
beforeAll(async () => {
  kafka = await OwnKafka.start();
  kpi = await runKpi({ logs: ['dossiers'], brokers: kafka.brokers });
}, 180_000);
afterAll(async () => {
  await kpi.close();
  await kafka.close();
}, 60_000);

const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const read = (): Promise<Board> => kpi.call<Board>(`/v1/board?unit=away&from=2022-01-01&to=${today}`);
const count = async (): Promise<number | null | undefined> => (await read()).rows[0]?.indicators['received']?.value;

const receive = () =>
  kpi.record.dossiers([
    createEvent(
      'received',
      createSnapshot({ responsibleUnit: 'away', responsiblePath: ['province', 'away'], handlingUnit: 'away' }),
    ),
  ]);

/** As long as a client tries to reach a broker that is away before it says so. */
const GIVEN_UP_AFTER_MS = 15_000;
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;

/** A live board: what it has shown last of what was received. */
async function openLive() {
  const abort = new AbortController();
  const query = `unit=away&from=2022-01-01&to=${today}`;
  const headers = { authorization: `Bearer ${kpi.token}` };
  const response = await fetch(`${kpi.service.url}/v1/live?${query}`, { headers, signal: abort.signal });
  let shown: number | null | undefined;
  const parser = createParser({
    onEvent: ({ data }) => {
      const { board } = JSON.parse(data) as LiveMessage;
      shown = board.rows[0]?.indicators['received']?.value ?? shown;
    },
  });
  const pump = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk as Uint8Array, { stream: true }));
  };
  let isOpen = true;
  const ended = pump()
    .catch(() => undefined)
    .finally(() => (isOpen = false));
  return {
    shown: () => shown,
    isOpen: () => isOpen,
    async close() {
      abort.abort();
      await ended;
    },
  };
}

describe('kpi-aggregator without Kafka', () => {
  it('answers boards and says how fresh they are, and catches up by itself when Kafka is back', async () => {
    await receive();
    await waitFor(async () => (await count()) === 1, { describe: 'the first dossier' });
    const live = await openLive();
    await waitFor(() => live.shown() === 1, { describe: 'the live board to show it' });
    const last = (await read()).freshness;
    await kafka.leave();
    // Its consumer is dead by then.
    await waitFor(() => kpi.service.status()?.reason?.startsWith('Kafka does not answer'), {
      describe: 'the projection to say so',
      timeoutMs: 60_000,
    });
    // Longer than any client tries; asked again and again, and most of the time not by way of Kafka, which takes seconds to be given up.
    const times: number[] = [];
    const board = await waitFor(
      async () => {
        const since = performance.now();
        const answer = await read();
        times.push(performance.now() - since);
        return Date.now() - Date.parse(answer.freshness.lagReadAt ?? '') > 20_000 ? answer : undefined;
      },
      { describe: 'the board to say that it is old', timeoutMs: 60_000 },
    );
    expect(median(times)).toBeLessThan(GIVEN_UP_AFTER_MS / 2);
    expect(board.rows[0]?.indicators['received']?.value).toBe(1);
    expect(board.freshness.projectedAt).toBe(last.projectedAt);
    expect((await fetch(`${kpi.service.url}/health/serving`)).status).toBe(200);
    expect((await fetch(`${kpi.service.url}/health/ready`)).status).toBe(503);

    expect(live.isOpen()).toBe(true);
    await kafka.comeBack();
    await receive();
    await waitFor(() => live.shown() === 2, { describe: 'the same live board to show the second', timeoutMs: 60_000 });
    await live.close();
    await waitFor(async () => (await count()) === 2, { describe: 'the second dossier', timeoutMs: 60_000 });
    await waitFor(async () => (await fetch(`${kpi.service.url}/health/ready`)).status === 200, {
      describe: 'readiness',
      timeoutMs: 60_000,
    });
  }, 240_000);
});
