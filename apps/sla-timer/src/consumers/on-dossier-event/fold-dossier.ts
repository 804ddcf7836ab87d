import {
  restoreClocks,
  scheduleClock,
  toTargets,
  type ClockContext,
  type Recovery,
  type ScheduledClock,
  type Scheduling,
  type SlaClock,
  type SlaDossier,
} from '@motcua/sla';
import type { ClockTransition } from '../../clocks/history.store.ts';
import type { ConsumedEvent } from '../../dossiers/dossier-event.ts';
import { toFacts, toSlaDossier } from '../../dossiers/overdue-basis.ts';
import { toDossierRow, type DossierRow } from '../../dossiers/dossier-row.ts';
import { findUndoPoint, toUndoPoint, type UndoPoint } from '../../dossiers/undo-point.ts';

/** A dossier with its clocks. */
export interface ProjectedDossier {
  readonly row: DossierRow | undefined;
  readonly clocks: ReadonlyMap<SlaClock, ScheduledClock>;
}

export interface Rules extends ClockContext {
  readonly procedureLimit: ScheduledLimit;
}
type ScheduledLimit = Parameters<typeof toFacts>[3];

export interface FoldedDossier {
  readonly row: DossierRow;
  readonly clocks: ReadonlyMap<SlaClock, ScheduledClock>;
  /** The clocks that are no longer what they were. */
  readonly changed: readonly ScheduledClock[];
  readonly transitions: readonly ClockTransition[];
  readonly recoveries: readonly { readonly clock: ScheduledClock; readonly recovery: Recovery; readonly at: number }[];
}

const whatOf = { running: 'armed', paused: 'paused', closed: 'closed' } as const;

/** The dossier after an event: its row, and its clocks scheduled for what they run to now. Pure. */
export function foldDossier(before: ProjectedDossier, event: ConsumedEvent, rules: Rules): FoldedDossier {
  const dossier = toSlaDossier(event.snapshot);
  const takenBackTo = findUndoPoint(before.row, event);
  const facts = takenBackTo?.facts ?? toFacts(before.row?.facts, event, dossier, rules.procedureLimit);
  const row = toDossierRow(before.row, event, facts, toUndoPoint(before.row, before.clocks, event));
  const schedulings = toSchedulings(before.clocks, takenBackTo, { event, dossier, rules });
  const changed = schedulings.filter((scheduling) => scheduling.changed);
  const at = event.occurredAt;
  const transitions = changed.flatMap(({ clock, recovered }): ClockTransition[] => [
    ...(recovered === null ? [] : [{ clock, what: 'recovered' as const, at, because: event.name }]),
    { clock, what: whatOf[clock.state], at, because: event.name },
  ]);
  return {
    row,
    clocks: new Map([...before.clocks, ...schedulings.map(({ clock }) => [clock.clock, clock] as const)]),
    changed: changed.map(({ clock }) => clock),
    transitions,
    recoveries: changed.flatMap(({ clock, recovered }) => (recovered === null ? [] : [{ clock, recovery: recovered, at }])),
  };
}

interface Scheduled {
  readonly event: ConsumedEvent;
  readonly dossier: SlaDossier;
  readonly rules: Rules;
}

/** Of what was taken back the clocks are as they were; one that this service never learnt of is read from the state that it left. */
function toSchedulings(
  clocks: ProjectedDossier['clocks'],
  takenBackTo: UndoPoint | undefined,
  { event: { name, occurredAt }, dossier, rules }: Scheduled,
): readonly Scheduling[] {
  const cause = { name, occurredAt };
  if (takenBackTo !== undefined) {
    const before = new Map(takenBackTo.clocks.map((clock) => [clock.clock, clock]));
    return restoreClocks(clocks, before, cause, rules);
  }
  return toTargets(dossier, clocks, cause, rules).map((target) => scheduleClock(clocks.get(target.clock), target, cause, rules));
}
