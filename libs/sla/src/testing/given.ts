import type { ClockContext } from '../clock-context.ts';
import type { SlaClock, SlaDossier, SlaPause } from '../vocabulary.ts';
import { Timer } from './play.ts';
import { at, clockContext, toText, workingDays } from './clock-scenario.ts';

/** Learnt when it happened, unless a later moment is given; what it changes stays for the events after it. */
export type StoryStep = readonly [local: string, name: string, change?: Partial<SlaDossier>, learntAt?: string];

const submitted: SlaDossier = {
  status: 1,
  submittedAt: null,
  receivedAt: null,
  limit: null,
  originalDue: null,
  currentDue: null,
  lateFrom: null,
  dueSupplied: false,
  pauses: [],
  submissionPauses: [],
  extensionCount: 0,
  apology: null,
  endedAt: null,
};

/** A receipt of three working days on Monday morning: due Thursday 2026-03-05 10:00. */
export const received: StoryStep = [
  '2026-03-02 10:00',
  'received',
  { status: 2, receivedAt: at('2026-03-02 10:00'), limit: workingDays(3), ...due('2026-03-05 10:00') },
];

/** Both due moments, a minute of ours. */
export function due(local: string, original = local): Pick<SlaDossier, 'currentDue' | 'originalDue' | 'lateFrom'> {
  return { currentDue: at(local), originalDue: at(original), lateFrom: at(local) + 60_000 };
}
export const noDue = { currentDue: null, originalDue: null, lateFrom: null } as const;

export const pause = (from: string, to: string | null, rule: SlaPause['rule'] = 'subtract'): SlaPause => ({
  reason: 'supplement',
  rule,
  from: at(from),
  to: to === null ? null : at(to),
});

/** The timer after a story; strings in it are moments at which it looks. */
export function given(...story: readonly (StoryStep | string)[]): Timer {
  return givenWith(clockContext, ...story);
}

export function givenWith(around: ClockContext, ...story: readonly (StoryStep | string)[]): Timer {
  const timer = new Timer();
  let dossier = submitted;
  for (const part of story) {
    if (typeof part === 'string') {
      timer.tick(at(part));
      continue;
    }
    const [local, name, change, learntAt = local] = part;
    dossier = { ...dossier, ...change };
    timer.learn({ name, occurredAt: at(local), learntAt: at(learntAt), dossier, clockContext: around });
  }
  return timer;
}

/** `half 2026-03-03 14:00`: the escalation steps to come. */
export const toCome = (timer: Timer, clock: SlaClock): string[] =>
  timer.get(clock).schedule.map(({ rung: escalation, at: moment }) => `${escalation} ${toText(moment)}`);

/** `running → 2026-03-05 10:00`, `closed 2026-03-04 09:00`. */
export function stateOf(timer: Timer, clock: SlaClock): string {
  const { state, due: runsTo, closedAt } = timer.get(clock);
  if (state === 'paused') return state;
  return state === 'closed' ? `closed ${toText(closedAt ?? NaN)}` : `running → ${toText(runsTo ?? NaN)}`;
}

/** `dossier 1 half`, `dossier 2 breach (four-fifths)`: clock, generation, escalation step and what it stands in for. */
export const alertsOf = (timer: Timer, clock: SlaClock): string[] =>
  timer.fired
    .filter((fired) => fired.clock === clock)
    .map(
      ({ generation, rung: escalation, folded: coalesced }) =>
        `${generation} ${escalation}${coalesced.length === 0 ? '' : ` (${coalesced.join(', ')})`}`,
    );
