/**
 * The source article's figures of the 2022 supervision, ten months: 97 % settled before or on time; online at district level 93 %
 * (level 3, partial: 28 %; level 4, full: 65 %), at commune level 21.9 %. These shares say how many dossiers of each kind are made;
 * the board's figures are counted from the dossiers.
 */
export const articleShares = {
  onTime: 0.97,
  district: { full: 0.65, partial: 0.28 },
  commune: { online: 0.219 },
} as const;

export interface ScenarioSize {
  readonly district: number;
  readonly commune: number;
}

/** About 24,000 dossiers; the split between the levels is ours, the article does not give it. */
export const fullSize: ScenarioSize = { district: 6_187, commune: 17_846 };

export interface LevelQuotas {
  readonly full: number;
  readonly partial: number;
  readonly offline: number;
}

export function toDistrictQuotas({ district }: ScenarioSize): LevelQuotas {
  const full = Math.round(district * articleShares.district.full);
  const partial = Math.round(district * articleShares.district.partial);
  return { full, partial, offline: district - full - partial };
}

export function toCommuneQuotas({ commune }: ScenarioSize): { online: number; offline: number } {
  const online = Math.round(commune * articleShares.commune.online);
  return { online, offline: commune - online };
}

/** How many of the dossiers finished in the period are late. */
export const toLateQuota = (finished: number): number => Math.round(finished * (1 - articleShares.onTime));
