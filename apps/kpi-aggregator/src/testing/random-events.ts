import { overdueCauses, type DossierState, type ResponsibleUnit, type Instant } from '@motcua/indicators';
import type { ReferenceDocuments } from '@motcua/indicators/testing';
import fc from 'fast-check';
import type { DossierEvent } from '../events/dossier-event.ts';
import type { OverdueCauseEvent } from '../events/overdue-cause-event.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Around the start of summer time in New York (9/3/2025) and the turn of a month. */
export const FIRST_DAY = Date.UTC(2025, 1, 24) / DAY;
export const LAST_DAY = FIRST_DAY + 18;

export const zones = ['Asia/Ho_Chi_Minh', 'America/New_York'] as const;

export const responsibleUnits: readonly ResponsibleUnit[] = [
  { unit: 'a1', path: ['root', 'a', 'a1'], kind: 'commune' },
  { unit: 'a2', path: ['root', 'a', 'a2'], kind: 'commune' },
  { unit: 'a', path: ['root', 'a'], kind: 'district-office' },
  { unit: 'b1', path: ['root', 'b', 'b1'], kind: 'commune' },
  // the same unit, elsewhere in the tree
  { unit: 'b1', path: ['root', 'b1'], kind: 'commune' },
];
export const units = ['root', 'a', 'a1', 'a2', 'b', 'b1'];

/** Moments aim at the midnights of both zones, at one another and one millisecond off. */
export const randomInstant: fc.Arbitrary<Instant> = fc
  .tuple(
    fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
    fc.constantFrom(0, 0, 9 * HOUR, 17 * HOUR),
    fc.constantFrom(-1, 0, 0, 1),
    fc.constantFrom(-7, 4, 5),
  )
  .map(([day, hour, off, zone]) => day * DAY + hour + off + zone * HOUR);
const maybe = fc.option(randomInstant, { nil: null });

const randomState: fc.Arbitrary<DossierState> = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    procedure: fc.constantFrom('p', 'q'),
    field: fc.constantFrom('f', 'g "quoted"'),
    channel: fc.constantFrom('online', 'in-person'),
    serviceLevel: fc.constantFrom('full', 'partial', 'none'),
    receivedAt: fc.oneof({ weight: 5, arbitrary: randomInstant }, { weight: 1, arbitrary: fc.constant(null) }),
    endedAt: maybe,
    currentDue: maybe,
    noDue: fc.boolean(),
    lateFrom: fc.record({ set766: maybe, original: maybe, current: maybe }),
  })
  .map((state) => ({ ...state, endedAt: state.receivedAt === null ? null : state.endedAt }));

const randomStep = fc.record({
  state: randomState,
  occurredAt: randomInstant,
  responsibleUnit: fc.constantFrom(...responsibleUnits),
  keepsResponsibleUnit: fc.boolean(),
  moves: fc.boolean(),
  takesBack: fc.boolean(),
  officer: fc.constantFrom('nv-1', 'nv-2', null),
});

/** An event, and whether it takes the one before back: of what moved nothing the projection need not know. */
export type RandomDossierEvent = DossierEvent & { readonly takesBack?: true };

/** Every event of a dossier, in order: any state may follow any other, as corrections can make them, and some take the one before back. */
export const randomDossierEvents: fc.Arbitrary<readonly RandomDossierEvent[]> = fc
  .tuple(fc.uuid({ version: 4 }), fc.array(randomStep, { minLength: 1, maxLength: 6 }))
  .map(([dossierId, steps]) => {
    let responsibleUnit = steps[0]!.responsibleUnit;
    const events: RandomDossierEvent[] = [];
    for (const { state, occurredAt, responsibleUnit: next, keepsResponsibleUnit, moves, takesBack, officer } of steps) {
      const version = events.length + 1;
      const [before, last] = events.slice(-2);
      if (takesBack && before !== undefined && last !== undefined && isNewestMove(events)) {
        responsibleUnit = before.responsibleUnit;
        events.push({ ...before, version, occurredAt, moves: false, movesBack: last.moves, takesBack: true });
        continue;
      }
      if (!keepsResponsibleUnit) responsibleUnit = next;
      // No figure goes by the status: what is asked for, withdrawn or stopped may be received or not.
      const status = ((version * 7) % 10) + 1;
      const shown = { code: null, sourceCode: `"${version}"\\`, officer, status, originalDue: null, due766: null };
      const isMove = !keepsResponsibleUnit && moves;
      events.push({ dossierId, version, occurredAt, moves: isMove, movesBack: false, responsibleUnit, state, shown });
    }
    return events;
  });

/** What is taken back lay after every earlier move: a live command tells of nothing before the latest event. */
function isNewestMove(events: readonly RandomDossierEvent[]): boolean {
  const last = events.at(-1)!;
  return last.takesBack !== true && events.slice(0, -1).every(({ moves, occurredAt }) => !moves || occurredAt <= last.occurredAt);
}

const randomCause = fc.record({
  cause: fc.constantFrom(...overdueCauses, null),
  overdueSince: randomInstant,
  responsibleUnit: fc.constantFrom(...responsibleUnits),
});

const randomDocuments: fc.Arbitrary<ReferenceDocuments> = fc.record({
  components: fc.array(fc.constantFrom('missing', 'scanned', 'scanned', 'reused', 'exempt'), { maxLength: 3 }),
  results: fc.array(fc.constantFrom('missing', 'scanned', 'scanned'), { maxLength: 2 }),
});

/** A digitization event as it will be published. */
export interface RandomDigitization {
  readonly dossierId: string;
  readonly digitizationVersion: number;
  readonly documents: ReferenceDocuments;
  readonly responsibleUnit: ResponsibleUnit;
  readonly timeZone: string;
}

/** A dossier with all of its streams, each in order. Those beside know nothing of the events; they may name another unit. */
export interface RandomDossier {
  readonly events: readonly RandomDossierEvent[];
  readonly causes: readonly OverdueCauseEvent[];
  readonly digitizations: readonly RandomDigitization[];
}

export const randomDossier: fc.Arbitrary<RandomDossier> = fc
  .tuple(
    randomDossierEvents,
    fc.array(randomCause, { maxLength: 4 }),
    fc.array(fc.tuple(randomDocuments, fc.constantFrom(...responsibleUnits)), { maxLength: 4 }),
  )
  .map(([events, causes, digitizations]) => ({
    events,
    causes: causes.map(({ cause, overdueSince, responsibleUnit }, index) => ({
      dossierId: events[0]!.dossierId,
      judgement: index + 1,
      overdueCause: cause === null ? null : { cause, overdueSince },
      responsibleUnit,
      timeZone: zones[index % 2]!,
      procedure: 'p',
      field: 'f',
    })),
    digitizations: digitizations.map(([documents, responsibleUnit], index) => ({
      dossierId: events[0]!.dossierId,
      digitizationVersion: index + 1,
      documents,
      responsibleUnit,
      timeZone: zones[index % 2]!,
    })),
  }));

/** An order in which a log may bring them: of each dossier in order, dossiers mixed, some of them twice. */
export function shuffleLog<Event>(dossiers: readonly (readonly Event[])[], picks: readonly number[]): readonly Event[] {
  const queues = dossiers.map((events) => [...events]);
  const log: Event[] = [];
  for (let turn = 0; queues.some((queue) => queue.length > 0); turn += 1) {
    const pick = picks[turn % Math.max(picks.length, 1)] ?? 0;
    const waiting = queues.filter((queue) => queue.length > 0);
    const event = waiting[pick % waiting.length]!.shift()!;
    log.push(event);
    if (pick % 5 === 0) log.push(log[pick % log.length]!);
  }
  return log;
}
