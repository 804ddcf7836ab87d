import { describe, expect, it } from '@jest/globals';
import { createRandom } from '../faults/random.ts';
import { countFigures } from './count-figures.ts';
import { planDay, type PlannedDossier } from './plan-day.ts';

/** As the drills draw them: one of them in every test run, ten before a release. */
const seeds = Array.from({ length: 10 }, (_, index) => 1_001 + index);
const filesOf = (dossiers: readonly PlannedDossier[]) => dossiers.flatMap(({ files }) => files);

describe('the day of a drill', () => {
  it('is the same for the same seed, to the last byte, and another for another', async () => {
    const hashes = async (seed: number) => filesOf((await planDay(createRandom(seed))).dossiers).map(({ sha256 }) => sha256);
    const [first, again, other] = [await hashes(1), await hashes(1), await hashes(2)];

    expect(again).toEqual(first);
    expect(other.filter((sha256) => first.includes(sha256))).toEqual([]);
  });

  it.each(seeds)(
    'proves something: figures that are neither nothing nor all, no two files alike, blows that fall (%i)',
    async (seed) => {
      const { dossiers, strikes } = await planDay(createRandom(seed));
      const files = filesOf(dossiers);
      const figures = Object.values(countFigures(dossiers));

      expect(figures.filter(({ numerator, denominator }) => numerator === 0 || numerator === denominator)).toEqual([]);
      expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(files.length);
      expect(strikes.map(({ afterUploads }) => afterUploads < files.length)).toEqual([true, true]);
      expect(new Set(files.map(({ sent }) => sent))).toEqual(new Set(['once', 'again', 'at-once']));
    },
  );

  it('counts as digitized what has every scan that is asked for, and its result', () => {
    const list = {
      procedure: '1.000894',
      asked: [
        { number: 1, code: 'a' },
        { number: 3, code: 'b' },
      ],
      result: 'r',
    };
    const file = (part: 'component' | 'result', code: string) =>
      ({ part, code, path: '', bytes: Buffer.alloc(0), sha256: '', sent: 'once' }) as const;
    const dossier = (ends: PlannedDossier['ends'], ...files: ReturnType<typeof file>[]): PlannedDossier => ({
      name: '',
      unit: '',
      list,
      files,
      together: false,
      ends,
      rating: undefined,
      pauseMs: 0,
    });
    const [a, b, result] = [file('component', 'a'), file('component', 'b'), file('result', 'r')];

    expect(
      countFigures([
        dossier('returned', a, b, result),
        dossier('processed', a, a, b),
        dossier('returned', a, result),
        dossier('open', a, b),
      ]),
    ).toEqual({
      dossiers: { numerator: 1, denominator: 3 },
      results: { numerator: 2, denominator: 3 },
      satisfaction: { numerator: 0, denominator: 0 },
    });
  });
});
