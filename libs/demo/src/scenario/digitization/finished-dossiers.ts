import { startOfLocalDay } from '@motcua/calendar';
import { toDossierEventType, type LegacyEvent } from '@motcua/contracts';
import type { ScenarioWorld } from '../thanh-ba/scenario-world.ts';

/** A dossier that was finished in the period, as its documents see it. */
export interface FinishedDossier {
  readonly source: string;
  readonly sourceCode: string;
  readonly unit: string;
  readonly procedure: string;
  readonly isOnline: boolean;
  readonly isDistrict: boolean;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly endedAt: number;
  /** It came to a result; what was refused or withdrawn has none to digitize. */
  readonly hasResult: boolean;
}

const RECEIVED = toDossierEventType('received');
const PROCESSED = toDossierEventType('processed');
const endings = new Set<string>([PROCESSED, toDossierEventType('stopped'), toDossierEventType('refused')]);

/** Every received dossier that ended before the period did, in the order of receipt. */
export function listFinished(world: ScenarioWorld, events: readonly LegacyEvent[]): FinishedDossier[] {
  const periodEnd = startOfLocalDay(world.calendar.timeZone, '2022-11-01');
  const ends = new Map<string, { at: number; type: string }>();
  for (const { type, time, data } of events) {
    if (endings.has(type)) ends.set(data.sourceCode, { at: Date.parse(time), type });
  }
  return events.flatMap(({ type, source, time, data }): FinishedDossier[] => {
    const { sourceCode, unit, procedure, channel } = data;
    const end = ends.get(sourceCode);
    if (type !== RECEIVED || unit === undefined || procedure === undefined) return [];
    if (end === undefined || end.at >= periodEnd) return [];
    return [
      {
        source,
        sourceCode,
        unit,
        procedure,
        isOnline: channel === 'online',
        isDistrict: unit === world.district.code,
        receivedAt: Date.parse(time),
        endedAt: end.at,
        hasResult: end.type === PROCESSED,
      },
    ];
  });
}
