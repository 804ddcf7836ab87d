import { isCounted, type LocalDays } from '@motcua/indicators';
import type { LaterEvent } from '@motcua/contracts';
import { frozenNumbers } from '../../closes/frozen-numbers.ts';
import { toZoneWindow, type Period } from '../../figures/period.ts';
import { foldDossier, type Known } from '../../projection/facts/fold-dossier.ts';
import type { RecordedEvent } from './read-dossier-logs.ts';

/** What was counted of a dossier, stream by stream. */
export interface CountedVersions {
  readonly version: number;
  readonly judgement: number;
  readonly digitizationVersion: number;
}

export interface Counting {
  readonly unit: string;
  readonly period: Period;
  readonly asOf: number;
  readonly days: LocalDays;
}

/**
 * Which event that was not counted then changed what: the dossier is folded once more, one later event after the other, and each is told with what it
 * added to the month and took from it. So the changes of a dossier add up to what it counts now less what was reported. What changed nothing is left out.
 *
 * @param events of one dossier, in the order of recording
 * @param then what was counted when the month was closed @param now what is counted now: nothing behind it
 */
export function explainChanges(
  events: readonly RecordedEvent[],
  then: CountedVersions,
  now: CountedVersions,
  counting: Counting,
): readonly LaterEvent[] {
  const seen = events.filter((event) => !isBehind(event, now));
  const known = seen.filter((event) => !isBehind(event, then));
  let before = countNumbers(known, counting);
  const explained: LaterEvent[] = [];
  for (const event of seen.filter((one) => isBehind(one, then))) {
    known.push(event);
    const after = countNumbers(known, counting);
    const changes = frozenNumbers.flatMap(({ name, indicator, part }) => {
      const by = (after.get(name) ?? 0) - (before.get(name) ?? 0);
      return by === 0 ? [] : [{ indicator: indicator.id, part, by }];
    });
    if (changes.length > 0) explained.push({ ...toHead(event), changes });
    before = after;
  }
  return explained;
}

function isBehind({ stream, version }: RecordedEvent, counted: CountedVersions): boolean {
  const limits = { dossier: counted.version, 'overdue-cause': counted.judgement, documents: counted.digitizationVersion };
  return version > limits[stream];
}

/** How often each number of the registry counts the dossier in the unit's month, by these events of it. */
function countNumbers(events: readonly RecordedEvent[], { unit, period, asOf, days }: Counting): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const dossierEvents = events.flatMap((one) => (one.stream === 'dossier' ? [one.event] : []));
  const fact = foldDossier(toEnrichment(events), dossierEvents, days);
  for (const interval of fact?.intervals ?? []) {
    if (!interval.path.includes(unit)) continue;
    const window = toZoneWindow(period, interval.timeZone, asOf, days);
    for (const { name, terms } of frozenNumbers)
      if (isCounted(terms, interval, window)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** The last word of either stream, whenever the dossier's own events come. */
function toEnrichment(events: readonly RecordedEvent[]): Known {
  const cause = events.flatMap((one) => (one.stream === 'overdue-cause' ? [one.event] : [])).at(-1);
  const documents = events.flatMap((one) => (one.stream === 'documents' ? [one.event] : [])).at(-1);
  return {
    ...{ version: 0, history: [] },
    ...{ judgement: cause?.judgement ?? 0, overdueCause: cause?.overdueCause ?? null },
    ...{ digitizationVersion: documents?.digitizationVersion ?? 0, documents: documents?.documents ?? null },
  };
}

const toHead = ({ stream, type, version, occurredAt, recordedAt }: RecordedEvent): Omit<LaterEvent, 'changes'> => ({
  ...{ stream, type, version },
  occurredAt: occurredAt === null ? null : new Date(occurredAt).toISOString(),
  recordedAt: new Date(recordedAt).toISOString(),
});
