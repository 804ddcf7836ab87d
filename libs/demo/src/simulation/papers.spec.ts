import { describe, expect, it } from '@jest/globals';
import type { ProcedureDocument } from '@motcua/contracts';
import { createRandom } from '../invention/random.ts';
import { choosePapers, type Paper } from './choose-papers.ts';
import type { CounterHandler } from './counter-handler.ts';
import { type PaperOutcome, ScanQueue } from './scan-queue.ts';

const component = (code: string, scan: 'asked' | 'exempt') => ({ code, name: { vi: code }, copies: 1, scan });
const procedure = {
  components: [component('to-khai', 'asked'), component('can-cuoc', 'exempt')],
  results: [{ code: 'giay', name: { vi: 'Giấy' } }],
} as unknown as ProcedureDocument; // The chooser reads no more than this.

/** How often each paper comes in a thousand actions. */
function tally(action: string, channel: 'in-person' | 'online'): Map<string, number> {
  const random = createRandom(1);
  const counts = new Map<string, number>();
  for (let count = 0; count < 1_000; count += 1) {
    for (const paper of choosePapers(random, { action, dossier: { channel }, procedure })) {
      const name = paper.kind === 'rating' ? 'rating' : `${paper.kind}/${paper.code}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

describe('the papers of an action', () => {
  it('are scanned at the receipt: most of what has to be, nothing else, and nothing of what came online', () => {
    const atCounter = tally('receive', 'in-person');

    expect([...atCounter.keys()]).toEqual(['component/to-khai']);
    expect(atCounter.get('component/to-khai')).toBeGreaterThan(700);
    expect(atCounter.get('component/to-khai')).toBeLessThan(950);
    expect(tally('receive', 'online').size).toBe(0);
  });

  it('are the result at the return, and a rating of some; nothing in between', () => {
    const returned = tally('return', 'online');

    expect([...returned.keys()].sort()).toEqual(['rating', 'result/giay']);
    expect(returned.get('result/giay')).toBeLessThan(900);
    expect(returned.get('rating')).toBeLessThan(500);
    expect(['submit', 'transfer', 'process'].flatMap((action) => [...tally(action, 'in-person').keys()])).toEqual([]);
  });
});

describe('the scan queue', () => {
  const scan = (code: string): Paper => ({ kind: 'component', code, title: code });
  const dossier = { dossierId: '0b6f6a4e-2c1d-4e8b-9a57-3f2f6f1f0a11', code: 'H44.01-261125-0001' };

  /** A queue whose clock is turned by hand, and a counter that gives these answers in turn. */
  function createQueue(...answers: (string | undefined | Error)[]) {
    const sent: string[] = [];
    const done: PaperOutcome[] = [];
    const clock = { now: 0 };
    const queue = new ScanQueue(
      (outcome) => done.push(outcome),
      () => clock.now,
    );
    const answer = (what: string): Promise<string | undefined> => {
      sent.push(what);
      const next = answers.shift();
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    };
    const counter = { scan: ({ code }: { code: string }) => answer(code), rate: () => answer('rating') };
    const put = (...papers: Paper[]): void => {
      queue.put(counter as unknown as CounterHandler, dossier, papers); // The queue uses no more of a counter.
    };
    return { queue, sent, done, clock, put };
  }

  it('waits until the checklist is there, and takes one paper after another, ratings before scans', async () => {
    const { queue, sent, done, clock, put } = createQueue();
    put(scan('a'));
    put({ kind: 'rating', answers: [] }, scan('b'));
    await queue.takeOne();
    expect(sent).toEqual([]);
    clock.now = 3_000;
    await queue.takeOne();
    expect(sent).toEqual(['rating']);
    await queue.takeOne();
    await queue.takeOne();
    expect(sent).toEqual(['rating', 'a', 'b']);
    expect(done.map(({ action, refused }) => [action, refused])).toEqual([
      ['rate', null],
      ['scan', null],
      ['scan', null],
    ]);
  });

  it('tries again what came too early or met nobody, and gives up after a while', async () => {
    const { queue, sent, done, clock, put } = createQueue('dossier.unknown', new Error('away'), undefined);
    put(scan('a'));
    for (let turn = 0; turn < 5; turn += 1) {
      clock.now += 3_000;
      await queue.takeOne();
    }
    expect([sent.length, done.length, done[0]?.refused]).toEqual([3, 1, null]);

    const never = createQueue(...Array.from({ length: 10 }, () => 'dossier.unknown'));
    never.put(scan('a'));
    for (let turn = 0; turn < 10; turn += 1) {
      never.clock.now += 3_000;
      await never.queue.takeOne();
    }
    expect([never.sent.length, never.done.map(({ refused }) => refused)]).toEqual([4, ['dossier.unknown']]);
  });

  it('does not try again what is refused, and has no room for more than one scanner can take', async () => {
    const { queue, sent, clock, put } = createQueue('component.not-scanned');
    put(scan('a'));
    put(...Array.from({ length: 500 }, (_, index) => scan(String(index))));
    clock.now = 3_000;
    for (let turn = 0; turn < 600; turn += 1) await queue.takeOne();
    expect(sent).toHaveLength(200);
  });
});
