/**
 * One long upload of events, made as it is sent: does the service take it at a steady pace and in as much memory at its end as at its
 * beginning?
 *
 *   DATABASE_URL=… KAFKA_BROKERS=… node apps/dossier-intake/dist/bench/events-upload.js [--megabytes 2000] [--line 2000] [--json]
 */
import type { EventsReceipt } from '@motcua/contracts';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { legacy } from '../testing/legacy-events.ts';
import { startBenchService, type BenchService } from './bench-service.ts';

const MEGABYTE = 1_000_000;
const SAMPLE_MS = 500;

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '2000' },
    line: { type: 'string', default: '2000' },
    json: { type: 'boolean', default: false },
  },
});
const bytes = Number(values.megabytes) * MEGABYTE;
const lineBytes = Number(values.line);

/** A dossier in four events; the rest of a line is what legacy systems add and nobody reads. */
function* lines(): Generator<string> {
  const noise = randomBytes(MEGABYTE).toString('base64');
  for (let index = 0, made = 0; made < bytes; index += 1) {
    const code = `UPLOAD-${String(index)}`;
    for (const event of [
      legacy(code, 'received', '2022-03-01T08:00:00+07:00'),
      legacy(code, 'transferred', '2022-03-01T11:00:00+07:00', { unit: 'phong-tu-phap' }),
      legacy(code, 'processed', '2022-03-03T10:00:00+07:00'),
      legacy(code, 'returned', '2022-03-04T10:00:00+07:00'),
    ]) {
      const written = JSON.stringify(event).slice(0, -1);
      const from = (index * 997) % (noise.length - lineBytes);
      const line = `${written},"more":"${noise.slice(from, from + Math.max(0, lineBytes - written.length - 12))}"}\n`;
      made += line.length;
      yield line;
    }
  }
}

/** Resident memory in megabytes. Linux only; elsewhere 0. */
function residentOf(pid: number): number {
  const file = `/proc/${String(pid)}/status`;
  const kilobytes = existsSync(file) ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return Math.round(Number(kilobytes ?? 0) / 1_000);
}

async function untilReady({ url }: BenchService): Promise<void> {
  while ((await fetch(`${url}/health/ready`)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function upload(service: BenchService) {
  const sent = { bytes: 0, lines: 0 };
  const quarters: number[] = [];
  const body = Readable.from(
    (function* () {
      for (const line of lines()) {
        sent.bytes += line.length;
        sent.lines += 1;
        if (sent.bytes >= (bytes * (quarters.length + 1)) / 4) quarters.push(residentOf(service.pid));
        yield line;
      }
    })(),
    { objectMode: true, highWaterMark: 64 },
  );
  const start = residentOf(service.pid);
  let peak = start;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentOf(service.pid));
  }, SAMPLE_MS);
  const startedAt = performance.now();
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { authorization: service.tokens.source, 'content-type': 'application/x-ndjson' };
    const post = request(`${service.url}/v1/events`, { method: 'POST', headers }, resolve);
    post.on('error', reject);
    body.pipe(post);
  });
  const receipt = JSON.parse(await text(answer)) as EventsReceipt;
  clearInterval(watch);
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    sent,
    seconds,
    status: answer.statusCode,
    receipt,
    residentMegabytes: { start, quarters, peak, growth: peak - start },
  };
}

const service = await startBenchService(process.env['DATABASE_URL'] ?? '', process.env['KAFKA_BROKERS'] ?? '');
try {
  await untilReady(service);
  const { sent, seconds, status, receipt, residentMegabytes } = await upload(service);
  const exact = status === 200 && receipt.accepted === sent.lines && receipt.dossiers === sent.lines / 4;
  const result = {
    bench: 'events-upload',
    megabytes: Math.round(sent.bytes / MEGABYTE),
    events: sent.lines,
    seconds: Math.round(seconds * 10) / 10,
    megabytesPerSecond: Math.round((sent.bytes / MEGABYTE / seconds) * 10) / 10,
    eventsPerSecond: Math.round(sent.lines / seconds),
    residentMegabytes,
    exact,
  };
  if (values.json) console.log(JSON.stringify(result));
  else {
    const { start, quarters, peak, growth } = residentMegabytes;
    console.log(`sent          ${result.megabytes} MB, ${result.events} events, in ${result.seconds} s`);
    console.log(`a second      ${result.megabytesPerSecond} MB, ${result.eventsPerSecond} events`);
    console.log(
      `memory (RSS)  ${start} MB at the start, ${quarters.join(' · ')} MB after each quarter, at most ${peak} MB (+${growth})`,
    );
    console.log(exact ? 'every event was taken' : `WRONG: ${String(status)} ${JSON.stringify(receipt).slice(0, 500)}`);
  }
  process.exitCode = exact ? 0 : 1;
} finally {
  await service.stop();
}
