import { arm, toTargets, type ArmedClock, type Recovery, type SlaClock, type Surroundings } from '@motcua/sla';
import type { FollowedEvent } from './dossier-event.ts';
import { toFacts, toSlaDossier } from './dossier-facts.ts';
import { toDossierRow, type DossierRow } from './dossier-row.ts';

/** A dossier with its clocks. */
export interface FollowedDossier {
  readonly row: DossierRow | undefined;
  readonly clocks: ReadonlyMap<SlaClock, ArmedClock>;
}

export interface Rules extends Surroundings {
  readonly procedureLimit: ArmedLimit;
}
type ArmedLimit = Parameters<typeof toFacts>[3];

/** What became of a clock: a line of its history. */
export interface ClockHappening {
  readonly clock: ArmedClock;
  readonly what: 'armed' | 'paused' | 'closed' | 'recovered';
  readonly at: number;
  readonly because: string;
}

export interface FoldedDossier {
  readonly row: DossierRow;
  readonly clocks: ReadonlyMap<SlaClock, ArmedClock>;
  /** The clocks that are no longer what they were. */
  readonly changed: readonly ArmedClock[];
  readonly happenings: readonly ClockHappening[];
  readonly recoveries: readonly { readonly clock: ArmedClock; readonly recovery: Recovery; readonly at: number }[];
}

const whatOf = { running: 'armed', paused: 'paused', closed: 'closed' } as const;

/** The dossier after an event: its row, and its clocks armed for what they run to now. Pure. */
export function foldDossier(before: FollowedDossier, event: FollowedEvent, rules: Rules): FoldedDossier {
  const dossier = toSlaDossier(event.snapshot);
  const row = toDossierRow(before.row, event, toFacts(before.row?.facts, event, dossier, rules.procedureLimit));
  const cause = { name: event.name, occurredAt: event.occurredAt };
  const armings = toTargets(dossier, before.clocks, cause, rules).map((target) =>
    arm(before.clocks.get(target.clock), target, cause, rules),
  );
  const changed = armings.filter((arming) => arming.changed);
  const at = event.occurredAt;
  const happenings = changed.flatMap(({ clock, recovered }): ClockHappening[] => [
    ...(recovered === null ? [] : [{ clock, what: 'recovered' as const, at, because: event.name }]),
    { clock, what: whatOf[clock.state], at, because: event.name },
  ]);
  return {
    row,
    clocks: new Map([...before.clocks, ...armings.map(({ clock }) => [clock.clock, clock] as const)]),
    changed: changed.map(({ clock }) => clock),
    happenings,
    recoveries: changed.flatMap(({ clock, recovered }) => (recovered === null ? [] : [{ clock, recovery: recovered, at }])),
  };
}
