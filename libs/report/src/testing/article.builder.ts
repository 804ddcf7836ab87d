import type { GivenFigure } from '../figures/given-figure.ts';
import type { FigureId } from '../figures/definitions.ts';

/** The figures of the source article, by parts that give them. */
const parts: Readonly<Partial<Record<FigureId, readonly [number, number]>>> = {
  'modern-one-stop': [15, 19],
  'through-one-stop': [2_530, 2_530],
  'online.district': [5_754, 6_187],
  'online.partial.district': [1_732, 6_187],
  'online.full.district': [4_022, 6_187],
  'online.commune': [3_908, 17_846],
  'network.district': [4_905, 5_450],
  'network.commune': [5_700, 9_500],
  'on-time': [23_083, 23_797],
  digitized: [12_450, 23_797],
  'mailboxes.district': [90, 100],
  'mailboxes.commune': [95, 380],
  satisfaction: [1_900, 2_000],
  'iso-9001': [26, 26],
};

export const thanhBa = { unit: 'thanh-ba', unitName: 'Huyện Thanh Ba', asOf: '2026-11-16T03:00:00.000Z' };
export const tenMonths = { from: '2022-01-01', to: '2022-10-31' };

export const articleOf2022 = (): GivenFigure[] =>
  Object.entries(parts).map(([id, [numerator, denominator]]) => ({
    id: id as FigureId,
    indicator: id,
    version: 1,
    numerator,
    denominator,
    missing: null,
  }));
