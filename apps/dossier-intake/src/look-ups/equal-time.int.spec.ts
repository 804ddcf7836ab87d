import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startLookUps, type LookUpFixture, type Received } from '../testing/look-up-fixture.ts';

const ROUNDS = 120;
/** A code may be asked for six times a day. */
const BETWEEN_MS = 5 * 3_600_000;

let fixture: LookUpFixture;
let known: Received;
beforeAll(async () => {
  fixture = await startLookUps();
  known = await fixture.receive();
}, 60_000);
afterAll(() => fixture.stop());

type Ask = () => Promise<unknown>;

/** What each way of asking takes, in turns of another order each time, so that what else goes on falls on all of them alike. */
async function measure<Kind extends string>(kinds: Readonly<Record<Kind, Ask>>): Promise<Record<Kind, number[]>> {
  const names = Object.keys(kinds) as Kind[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Kind, number[]>;
  for (let round = 0; round < ROUNDS; round += 1) {
    const turned = names.map((_name, index) => names[(index + round) % names.length] as Kind);
    for (const name of turned) {
      const startedAt = performance.now();
      await kinds[name]();
      if (round >= 10) taken[name].push(performance.now() - startedAt);
    }
    fixture.clock.now += BETWEEN_MS;
  }
  return taken;
}

/** How likely one of the first takes longer than one of the others (Mann–Whitney): a half where nobody can tell them apart. */
function compare(first: readonly number[], others: readonly number[]): number {
  const longer = first.flatMap((one) => others.map((other): number => (one > other ? 1 : one === other ? 0.5 : 0)));
  return longer.reduce((sum, value) => sum + value, 0) / longer.length;
}

function expectAlike(taken: Readonly<Record<string, readonly number[]>>): void {
  const names = Object.keys(taken);
  const pairs = names.flatMap((a, index) => names.slice(index + 1).map((b) => [a, b] as const));
  for (const [a, b] of pairs) {
    const chance = compare(taken[a] ?? [], taken[b] ?? []);
    // Four standard deviations of 110 against 110: one run in some ten thousand fails by chance.
    expect([a, b, chance > 0.34 && chance < 0.66 ? 'alike' : chance]).toEqual([a, b, 'alike']);
  }
}

it('takes as long for a code that is known as for one that is not, and for what is none', async () => {
  const ask =
    (ma: string): Ask =>
    () =>
      fixture.post('/tra-cuu/ma', { ma });
  expectAlike(
    await measure({ known: ask(known.code), unknown: ask('H44.05.01-261116-9999'), malformed: ask('không phải mã hồ sơ') }),
  );
}, 120_000);

it('takes as long for a link of another dossier as for one that was made up', async () => {
  const other = await fixture.receive();
  const get =
    (code: string, token: string): Ask =>
    () =>
      fixture.get(`/tra-cuu?ma=${code}&khoa=${token}`);
  const token = new URL(other.lookUpPath, 'http://localhost').searchParams.get('khoa') ?? '';
  expectAlike(
    await measure({ ofAnother: get(known.code, token), madeUp: get(known.code, 'A'.repeat(27)), malformed: get('x', '%00') }),
  );
}, 120_000);

it('takes as long for wrong digits, whether there is a dossier or not', async () => {
  const [ofKnown, ofNobody] = [await fixture.ask(known.code), await fixture.ask('H44.05.01-261116-9998')];
  // As many tries as the measurement takes, for as long.
  await fixture.intake.admin.query("UPDATE intake.look_up_question SET tries = -1000, expires_at = now() + interval '1 year'");
  const guess =
    (yc: string): Ask =>
    () =>
      fixture.post('/tra-cuu/xac-nhan', { yc, so: 'abcdef' });
  expectAlike(await measure({ known: guess(ofKnown), unknown: guess(ofNobody) }));
}, 120_000);
