import { waitFor } from '@motcua/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createGzip } from 'node:zlib';
import { legacy, legacySystem, toNdjson } from '../testing/legacy-events.ts';
import { startIntake, type RunningIntake } from '../testing/start-intake.ts';

let intake: RunningIntake;
let port: number;
beforeAll(async () => {
  intake = await startIntake();
  await intake.app.listen(0, '127.0.0.1');
  const address = intake.app.getHttpServer().address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
}, 60_000);
afterAll(() => intake.stop());

async function open(headers: Record<string, string> = {}, sub?: string) {
  const authorization = `Bearer ${await intake.sign({ ...legacySystem, sub: sub ?? legacySystem.sub })}`;
  const path = '/v1/events';
  const all = { 'content-type': 'application/x-ndjson', authorization, ...headers };
  const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers: all });
  sent.on('error', () => undefined);
  return sent;
}
async function answerOf(sent: Awaited<ReturnType<typeof open>>) {
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const body = JSON.parse(await text(answer)) as Record<string, unknown>;
  return { status: answer.statusCode, headers: answer.headers, body };
}
const received = (code: string) => legacy(code, 'received', '2022-03-01T10:00:00+07:00');
const countOf = async (prefix: string): Promise<number> => {
  const { rows } = await intake.admin.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM intake.event WHERE event_id LIKE $1 || '%'",
    [prefix],
  );
  return rows[0]?.n ?? 0;
};

describe('an upload', () => {
  it('that is cut is sent again: what came is taken, and taken once', async () => {
    const events = Array.from({ length: 6_000 }, (_, index) => received(`CUT-${index}`));
    const cut = await open();
    cut.write(`${toNdjson(events.slice(0, 5_500))}\n{"specversion":"1.0","id":"half`);
    await waitFor(async () => ((await countOf('CUT-')) >= 5_000 ? true : undefined), {
      describe: 'the first window to be taken',
    });
    cut.destroy();
    // What came behind the window before the cut is taken too.
    await waitFor(async () => ((await countOf('CUT-')) === 5_500 ? true : undefined), { describe: 'the rest to be taken' });

    const again = await open();
    again.end(toNdjson(events));
    expect((await answerOf(again)).body).toMatchObject({ accepted: 500, alreadyThere: 5_500, refusedCount: 0 });
    expect(intake.logs.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  it('whose gzip ends early says so, and how much of it was taken', async () => {
    const sent = await open({ 'content-encoding': 'gzip' });
    const gzip = createGzip();
    gzip.write(`${toNdjson([received('GZ-1'), received('GZ-2')])}\n`);
    gzip.flush(() => sent.end(gzip.read()));
    expect(await answerOf(sent)).toMatchObject({
      status: 400,
      body: { code: 'upload.cut', detail: expect.stringMatching(/^Send it again/), taken: { accepted: 2, refused: 0 } },
    });
  });

  it('is one of few at once for a caller; others have places of their own', async () => {
    const five = await Promise.all(Array.from({ length: 5 }, () => open({}, 'old-system')));
    for (const sent of five) sent.write('{\n');
    const answers = five.map(answerOf);
    expect(await Promise.race(answers)).toMatchObject({
      status: 429,
      headers: { 'retry-after': '2' },
      body: { code: 'upload.too-many', detail: expect.stringMatching(/^At most 4 at once/) },
    });
    const other = await open({}, 'another-system');
    other.end(toNdjson([received('TURN-2')]));
    expect((await answerOf(other)).body).toMatchObject({ accepted: 1 });

    for (const sent of five) sent.end();
    expect((await Promise.all(answers)).map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 429]);
    const after = await open({}, 'old-system');
    after.end(toNdjson([received('TURN-3')]));
    expect((await answerOf(after)).body).toMatchObject({ accepted: 1 });
  });

  it('takes no more memory for being long', async () => {
    const noise = randomBytes(600_000).toString('hex');
    const events = Array.from({ length: 200 }, (_, index) => JSON.stringify(received(`LONG-${index}`)).slice(0, -1));
    function* lines(): Generator<string> {
      // Two thirds of each line are nothing new to gzip.
      for (let line = 0; line < 16_000; line += 1) {
        const pad = noise.slice((line * 1_000) % 1_100_000).slice(0, 1_000);
        yield `${events[line % events.length] ?? ''},"more":"${pad}${pad}${pad}"}\n`;
      }
    }
    const sent = await open({ 'content-encoding': 'gzip' });
    const before = memory();
    const watch = watchPeak();
    const [answer] = await Promise.all([answerOf(sent), pipeline(Readable.from(lines()), createGzip({ level: 1 }), sent)]);
    const peak = watch.stop();
    expect(answer.body).toMatchObject({ accepted: 200, alreadyThere: 15_800, refusedCount: 0, dossiers: 200 });
    // 64 MB are sent: held until the end, they would all be there.
    expect((peak - before) / 1_000_000).toBeLessThan(32);
  }, 120_000);
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is held, and not what waits to be collected. */
const memory = (): number => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** The most that was held at once. Between two looks it rests four times as long as one takes: in a full heap a look takes seconds. */
function watchPeak(): { stop: () => number } {
  let peak = 0;
  let timer: NodeJS.Timeout;
  const look = (): void => {
    const startedAt = Date.now();
    peak = Math.max(peak, memory());
    timer = setTimeout(look, Math.max(1_500, 4 * (Date.now() - startedAt)));
  };
  look();
  return {
    stop: () => {
      clearTimeout(timer);
      return peak;
    },
  };
}
