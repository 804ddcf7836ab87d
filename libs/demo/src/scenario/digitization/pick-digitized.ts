import type { Random } from '../../invention/random.ts';
import { digitizationShares as shares } from './digitization-shares.ts';
import type { FinishedDossier } from './finished-dossiers.ts';

export interface Picked {
  /** Everything asked for is there: they count. */
  readonly digitized: ReadonlySet<FinishedDossier>;
  /** The papers were scanned, the result was not. */
  readonly onlyResultMissing: ReadonlySet<FinishedDossier>;
}

/** Who was digitized: exact quotas of each kind of office, drawn by lot within it. */
export function pickDigitized(random: Random, finished: readonly FinishedDossier[]): Picked {
  const draw = (isDistrict: boolean, isOnline: boolean): FinishedDossier[] =>
    random.shuffle(finished.filter((one) => one.hasResult && one.isDistrict === isDistrict && one.isOnline === isOnline));
  const takeShare = (dossiers: readonly FinishedDossier[], share: number): FinishedDossier[] =>
    dossiers.slice(0, Math.round(dossiers.length * share));
  const digitized = [
    ...takeShare(draw(true, true), shares.district.online),
    ...takeShare(draw(true, false), shares.district.counter),
    ...takeShare(draw(false, true), shares.commune.online),
  ];
  const atCommuneCounters = draw(false, false);
  const missing = Math.round(finished.length * shares.whole) - digitized.length;
  if (missing < 0 || missing > atCommuneCounters.length) throw new Error('The shares of the offices do not add up to the whole.');
  return {
    digitized: new Set([...digitized, ...atCommuneCounters.slice(0, missing)]),
    onlyResultMissing: new Set(takeShare(atCommuneCounters.slice(missing), shares.onlyResultMissing)),
  };
}
