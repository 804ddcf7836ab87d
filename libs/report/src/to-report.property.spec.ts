import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { definitions } from './figures/definitions.ts';
import { toHtml } from './formats/to-html.ts';
import { toMarkdown } from './formats/to-markdown.ts';
import { tenMonths, thanhBa } from './testing/article.builder.ts';
import { anyFigures } from './testing/figures.arbitraries.ts';
import { toReport, type Report, type ReportFigure } from './to-report.ts';

const given = { ...thanhBa, period: tenMonths, asOf: '2026-11-16T03:00:00.000Z' };

/** Said by cross-multiplication: no step further than half a step from the truth, and a tie goes up. */
function isHalfUp(shown: string, { numerator, denominator }: ReportFigure, decimals: number): boolean {
  const [whole = '', fraction = ''] = shown.replace('%', '').split(/[.,]/);
  if (fraction.length !== decimals) return false;
  const off = 2n * (BigInt(whole + fraction) * BigInt(denominator!) - BigInt(numerator!) * 100n * 10n ** BigInt(decimals));
  return off > -BigInt(denominator!) && off <= BigInt(denominator!);
}

/** The figures whose percentage the paragraph shows, in its order. */
const shownInText = ({ figures }: Report): ReportFigure[] => {
  const hasDistrict = figures.some(({ id, missing }) => id === 'online.district' && missing === null);
  return figures.filter(
    ({ id, missing }) =>
      missing === null && id !== 'iso-9001' && (hasDistrict || !['online.partial.district', 'online.full.district'].includes(id)),
  );
};

describe('for any figures', () => {
  it('the percentages of the text are those of the data, rounded half up, in their order', () => {
    fc.assert(
      fc.property(anyFigures, fc.constantFrom('vi' as const, 'en' as const), (figures, language) => {
        const report = toReport({ ...given, language, figures });
        const numbers = report.paragraphs.join(' ').match(/\d+(?:[.,]\d+)?%/g) ?? [];
        const shown = shownInText(report);
        expect(numbers).toHaveLength(shown.length);
        shown.forEach((figure, index) => {
          expect(isHalfUp(numbers[index] ?? '', figure, definitions[figure.id].decimals)).toBe(true);
          expect(figure.shown).toBe(numbers[index]);
        });
      }),
    );
  });

  it('the text in pieces is the text, and each piece of a figure is what is shown of it', () => {
    fc.assert(
      fc.property(anyFigures, fc.constantFrom('vi' as const, 'en' as const), (figures, language) => {
        const report = toReport({ ...given, language, figures });
        expect(report.passages.map((passages) => passages.map(({ text }) => text).join(''))).toEqual(report.paragraphs);
        const shown = new Map(report.figures.map(({ id, shown: text }) => [id, text]));
        const told = report.passages.flat().filter(({ figure }) => figure !== null && figure !== 'iso-9001');
        expect(told.map(({ text }) => text)).toEqual(told.map(({ figure }) => shown.get(figure!)));
        expect(told.length).toBeGreaterThanOrEqual(report.figures.length - 3); // certificates, and the two parts of what may be missing
      }),
    );
  });

  it('a value is there exactly where something was counted, and equals its parts', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        for (const { value, numerator, denominator, missing, shown } of toReport({ ...given, language: 'vi', figures }).figures) {
          expect(value === null).toBe(missing !== null);
          if (denominator === 0 || denominator === null) expect(shown).toBe('chưa có số liệu');
          else expect(value).toBe(numerator! / denominator);
        }
      }),
    );
  });

  it('"above" and "nearly" are said of digitization exactly where they are true', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const { paragraphs, figures: shown } = toReport({ ...given, language: 'en', figures });
        const { numerator, denominator, missing } = shown.find(({ id }) => id === 'digitized')!;
        const overrides = /digitization: (above |nearly |)(\d+)%/.exec(paragraphs[0] ?? '');
        expect(overrides === null).toBe(missing !== null);
        if (overrides === null) return;
        const difference = BigInt(numerator!) * 100n - BigInt(overrides[2] ?? '') * BigInt(denominator!);
        expect(overrides[1]).toBe(difference > 0n ? 'above ' : difference < 0n ? 'nearly ' : '');
      }),
    );
  });

  it('the remarks never grow heavier further down', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const weights = toReport({ ...given, language: 'vi', figures }).remarks.map(({ weight }) => weight);
        expect(weights).toEqual([...weights].sort((one, other) => other - one));
      }),
    );
  });

  it('each format shows each figure as the data do', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const report = toReport({ ...given, language: 'vi', figures });
        const [markdown, html] = [toMarkdown(report), toHtml(report)];
        for (const { id, shown } of report.figures) {
          expect(
            markdown
              .split('\n')
              .find((line) => line.includes(`\`${id}\``))
              ?.split(' | ')[1],
          ).toBe(shown);
          expect(new RegExp(`<tr id="${id}">.*\n<td class="number">(.*?)</td>`).exec(html)?.[1]).toBe(shown);
        }
      }),
      { numRuns: 30 },
    );
  });
});
