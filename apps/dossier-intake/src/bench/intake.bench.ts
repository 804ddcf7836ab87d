/**
 * Measures the real service, as its own process, against the PostgreSQL and Kafka it is given: events a second through
 * `POST /v1/events`, receipts a second through `POST /v1/dossiers`.
 *
 * Processor time is told beside the clock's, because the bench, the database and Kafka share the machine. `NODE_ARGS` go to the service
 * (`--cpu-prof`), `BATCH_LINES`, `IN_FLIGHT` and `RECEIPTS` shape the load.
 *
 *   DATABASE_ADMIN_URL=… KAFKA_BROKERS=… node apps/dossier-intake/dist/bench/intake.bench.js [dossiers]
 */
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { legacy, toNdjson } from '../testing/legacy-events.ts';
import { startBenchService } from './bench-service.ts';

const adminUrl = process.env['DATABASE_ADMIN_URL'] ?? '';
const brokers = process.env['KAFKA_BROKERS'] ?? '';
const dossiers = Number(process.argv[2] ?? 10_000);
const batchLines = Number(process.env['BATCH_LINES'] ?? 4_000);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

const bench = await startBenchService(adminUrl, brokers, process.env['NODE_ARGS']?.split(' '));
const { admin, url: base, database: name } = bench;
const { source, counter } = bench.tokens;

function call(
  method: string,
  path: string,
  authorization: string,
  body?: string,
  type = 'application/json',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${base}${path}`,
      { method, agent, headers: { authorization, ...(body === undefined ? {} : { 'content-type': type }) } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}
await until(async () => (await call('GET', '/health/ready', source)).status === 200);

const pad = (value: number): string => String(value).padStart(2, '0');
const batches: string[] = [];
let lines: unknown[] = [];
for (let index = 0; index < dossiers; index += 1) {
  const day = pad((index % 20) + 1);
  const code = `H44.05-2203${day}-${String(index).padStart(5, '0')}`;
  lines.push(
    legacy(code, 'received', `2022-03-${day}T${pad((index % 3) + 7)}:${pad(index % 60)}:00+07:00`),
    legacy(code, 'transferred', `2022-03-${day}T11:00:00+07:00`, { unit: 'phong-tu-phap' }),
    legacy(code, 'processed', `2022-03-${pad(((index + 3) % 28) + 1)}T10:00:00+07:00`),
    legacy(code, 'returned', `2022-03-29T10:00:00+07:00`),
  );
  if (lines.length >= batchLines || index === dossiers - 1) {
    batches.push(toNdjson(lines));
    lines = [];
  }
}

/** Seconds of processor time: on a busy machine they say more than the clock. Linux only; elsewhere 0. */
function cpuOf(pids: readonly number[]): number {
  const ticks = pids.map((pid) => {
    const file = `/proc/${String(pid)}/stat`;
    const fields = existsSync(file)
      ? readFileSync(file, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ')
      : [];
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return ticks.reduce((sum, value) => sum + value, 0) / 100;
}
async function backends(): Promise<number[]> {
  const { rows } = await admin.query<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE datname = $1', [name]);
  return rows.map(({ pid }) => pid);
}
const cpu = async (): Promise<{ service: number; postgres: number }> => ({
  service: cpuOf([bench.pid]),
  postgres: cpuOf(await backends()),
});
const position = async (): Promise<boolean> =>
  (JSON.parse((await call('GET', '/v1/events/position', source)).text) as { published: boolean }).published;

const cpuBefore = await cpu();
const startedAt = performance.now();
let accepted = 0;
const inFlight = Number(process.env['IN_FLIGHT'] ?? 2);
const queue = [...batches];
await Promise.all(
  Array.from({ length: inFlight }, async () => {
    for (let body = queue.shift(); body !== undefined; body = queue.shift()) {
      const { text } = await call('POST', '/v1/events', source, body, 'application/x-ndjson');
      accepted += (JSON.parse(text) as { accepted: number }).accepted;
    }
  }),
);
const storedSeconds = (performance.now() - startedAt) / 1000;
await until(position);
const publishedSeconds = (performance.now() - startedAt) / 1000;
const cpuAfter = await cpu();
const cpuSeconds = { service: cpuAfter.service - cpuBefore.service, postgres: cpuAfter.postgres - cpuBefore.postgres };

const receipts = Number(process.env['RECEIPTS'] ?? 5_000);
const body = JSON.stringify({
  unit: 'dong-xuan',
  procedure: '1.000689',
  channel: 'in-person',
  applicant: { name: 'Nguyễn Văn A', phone: '0912345678' },
});
const latencies: number[] = [];
let left = receipts;
const receiveStart = performance.now();
await Promise.all(
  Array.from({ length: 32 }, async () => {
    while (left > 0) {
      left -= 1;
      const from = performance.now();
      const { status } = await call('POST', '/v1/dossiers', counter, body);
      if (status !== 201) throw new Error(`receipt answered ${String(status)}`);
      latencies.push(performance.now() - from);
    }
  }),
);
const cpuAtEnd = await cpu();
const receiptCpu = { service: cpuAtEnd.service - cpuAfter.service, postgres: cpuAtEnd.postgres - cpuAfter.postgres };
const receiveSeconds = (performance.now() - receiveStart) / 1000;
latencies.sort((left_, right) => left_ - right);
const percentile = (share: number): number => Math.round((latencies[Math.floor(latencies.length * share)] ?? 0) * 10) / 10;

console.log(
  JSON.stringify({
    bench: 'intake',
    events: {
      accepted,
      storedPerSecond: Math.round(accepted / storedSeconds),
      publishedPerSecond: Math.round(accepted / publishedSeconds),
      cpuSeconds,
    },
    receipts: {
      perSecond: Math.round(receipts / receiveSeconds),
      p50Ms: percentile(0.5),
      p99Ms: percentile(0.99),
      cpuSeconds: receiptCpu,
      count: receipts,
    },
  }),
);
await bench.stop();
agent.destroy();
