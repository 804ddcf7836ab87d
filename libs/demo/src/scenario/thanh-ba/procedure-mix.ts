/** How often each procedure is asked for, by level and way: seed values. Service levels and limits are those of the catalogue. */
export interface MixEntry {
  readonly procedure: string;
  readonly weight: number;
}

const toMix = (weights: Readonly<Record<string, number>>): readonly MixEntry[] =>
  Object.entries(weights).map(([procedure, weight]) => ({ procedure, weight }));

export const procedureMix = {
  districtFull: toMix({ '2.000635': 60, '1.001612': 40 }),
  districtPartial: toMix({ '1.004859': 30, '2.000908': 25, '1.009994': 23, '1.001776': 22 }),
  districtOffline: toMix({ '2.000815': 46, '2.000884': 24, '1.009994': 14, '1.001612': 9, '1.004859': 7 }),
  communeOnline: toMix({
    '1.001193': 26,
    '2.000635': 30,
    '1.004873': 20,
    '1.000656': 8,
    '1.000894': 5,
    '1.004859': 4,
    '2.000908': 3,
    '1.001776': 4,
  }),
  communeOffline: toMix({
    '2.000815': 420,
    '2.000884': 120,
    '1.004873': 100,
    '2.000635': 100,
    '1.001193': 84,
    '1.000894': 50,
    '1.000656': 40,
    '1.004859': 25,
    '2.000908': 25,
    '1.001776': 25,
    '1.000689': 8,
    '1.003622': 3,
  }),
} as const;

/** What is promised when a matter needs verification (the “+ n wd” of the catalogue), and how often that is. */
export const verifiedLimits: Readonly<Record<string, { amount: number; share: number }>> = {
  '1.000894': { amount: 5, share: 0.12 },
  '1.000656': { amount: 3, share: 0.08 },
  '1.000689': { amount: 8, share: 0.3 },
  '1.004859': { amount: 6, share: 0.2 },
  '2.000815': { amount: 2, share: 0.04 },
};
