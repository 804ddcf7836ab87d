/**
 * What becomes of attempts to rate, and what ratings add up to, written anew from the rules: nothing of the service is used here.
 * Vietnam's clock stands at UTC+7 all year.
 */
const HOUR = 3_600_000;
/** A counter's token is made, and ends, within two hours after the return. */
const COUNTER_TERM = 2 * HOUR;

/** Unit → itself and those above it, by the fixture's tree. */
export const ancestors = {
  'dong-xuan': ['dong-xuan', 'thanh-ba', 'phu-tho'],
  'khai-xuan': ['khai-xuan', 'thanh-ba', 'phu-tho'],
  'phong-tu-phap': ['phong-tu-phap', 'thanh-ba', 'phu-tho'],
} as const;
export type RatedUnit = keyof typeof ancestors;

interface RatedDossier {
  readonly unit: RatedUnit;
  returnedAt: number | undefined;
  rating: { readonly day: string; readonly happy: boolean } | undefined;
}

export interface ImportedLine {
  readonly dossier: number;
  readonly at: number;
  readonly values: readonly number[];
}

export interface ImportOutcome {
  taken: number;
  known: number;
  /** Codes, in the order of the lines. */
  refused: string[];
}

export class ReferenceSatisfaction {
  readonly #dossiers: RatedDossier[];

  constructor(units: readonly RatedUnit[]) {
    this.#dossiers = units.map((unit) => ({ unit, returnedAt: undefined, rating: undefined }));
  }

  /** The first return counts; a second one is no event of ours. */
  return(dossier: number, at: number): void {
    this.#at(dossier).returnedAt ??= at;
  }

  isReturned(dossier: number): boolean {
    return this.#at(dossier).returnedAt !== undefined;
  }

  /** @returns the refusal's code, or undefined where a token is given */
  askForToken(dossier: number, now: number): string | undefined {
    const { returnedAt, rating } = this.#at(dossier);
    if (returnedAt === undefined) return 'rating.not-returned';
    if (rating !== undefined) return 'rating.already-given';
    return now >= returnedAt + COUNTER_TERM ? 'rating.counter-closed' : undefined;
  }

  /** By a token of the counter. @returns the refusal's code, or whether it counts as satisfied */
  rate(dossier: number, { now, values }: { now: number; values: readonly number[] }): string | boolean {
    const rated = this.#at(dossier);
    if (now >= (rated.returnedAt ?? 0) + COUNTER_TERM) return 'rating.token-expired';
    if (!isOnScale(values)) return 'rating.answers-invalid';
    if (rated.rating !== undefined) return 'rating.already-given';
    rated.rating = { day: toDay(now), happy: isHappy(values) };
    return rated.rating.happy;
  }

  import(lines: readonly ImportedLine[], now: number): ImportOutcome {
    const outcome: ImportOutcome = { taken: 0, known: 0, refused: [] };
    for (const { dossier, at, values } of lines) {
      const rated = this.#at(dossier);
      if (rated.returnedAt === undefined) outcome.refused.push('rating.not-returned');
      else if (at < rated.returnedAt || at > now) outcome.refused.push('rating.moment-invalid');
      else if (!isOnScale(values)) outcome.refused.push('rating.answers-invalid');
      else if (rated.rating === undefined) {
        rated.rating = { day: toDay(at), happy: isHappy(values) };
        outcome.taken += 1;
      } else outcome.known += 1;
    }
    return outcome;
  }

  /** Of a unit and all below it, over local days, both inclusive. */
  count(unit: string, from: string, to: string): { rated: number; satisfied: number } {
    const ratings = this.#dossiers.flatMap(({ unit: of, rating }) => {
      const isBelow = (ancestors[of] as readonly string[]).includes(unit);
      return isBelow && rating !== undefined && rating.day >= from && rating.day <= to ? [rating] : [];
    });
    return { rated: ratings.length, satisfied: ratings.filter(({ happy }) => happy).length };
  }

  #at(dossier: number): RatedDossier {
    const found = this.#dossiers[dossier];
    if (found === undefined) throw new Error(`The history has no dossier ${dossier}.`);
    return found;
  }
}

export const toDay = (at: number): string => new Date(at + 7 * HOUR).toISOString().slice(0, 10);

const isOnScale = (values: readonly number[]): boolean =>
  values.length === 5 && values.every((value) => value >= 1 && value <= 5);

/** Four of five on average. */
const isHappy = (values: readonly number[]): boolean => values.reduce((sum, value) => sum + value, 0) / values.length >= 4;
