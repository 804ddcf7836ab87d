import type { ScheduledClock, ClockRule, EscalationStep, ScheduledEscalation, SlaClock } from '@motcua/sla';
import { createRandom } from '@motcua/testing/random';

/** The escalation policies that the clocks of the bench stand on: those of the reference data. */
const escalation = (
  id: string,
  kind: ScheduledEscalation['kind'],
  minutes: number,
): EscalationStep & { readonly minutes: number; readonly kind: ScheduledEscalation['kind'] } => ({
  id,
  at:
    kind === 'before'
      ? { kind: 'share', of: 0.5 }
      : kind === 'after'
        ? { kind, limit: { amount: 1, unit: 'working-day' } }
        : { kind },
  tell: ['specialist', 'head'],
  urgency: kind === 'breach' ? 'high' : 'normal',
  kind,
  minutes,
});
const whole = [
  escalation('half', 'before', -1_200),
  escalation('four-fifths', 'before', -480),
  escalation('one-day-before', 'before', -450),
  escalation('four-hours-before', 'before', -240),
  escalation('breach', 'breach', 1),
  escalation('one-day-after', 'after', 450),
  escalation('three-days-after', 'after', 1_350),
];
const escalationStepsOf = {
  dossier: whole,
  transfer: whole.filter(({ id }) => ['four-fifths', 'breach', 'one-day-after'].includes(id)),
  apology: whole.filter(({ id }) => id === 'four-hours-before'),
  promise: whole.filter(({ id }) => ['four-hours-before', 'breach'].includes(id)),
} as const;
type BenchClockName = keyof typeof escalationStepsOf;
const names = Object.keys(escalationStepsOf) as BenchClockName[];

export const benchRules: readonly ClockRule[] = names.map((clock) => ({ clock, rungs: escalationStepsOf[clock] }));

export interface BenchClock {
  readonly dossierId: string;
  readonly unit: string;
  readonly clock: ScheduledClock;
}

export interface BenchClockOptions {
  readonly clocks: number;
  /** The clocks of the dossiers first made have their next escalation step at `herdAt`. */
  readonly herd: number;
  readonly herdAt: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const UNITS = 300;
/** Every tenth unit of the herd is another; the rest are one province's. */
const HERD_UNITS = 10;

/** Clocks in thirds: the dossier's with seven escalation steps, the transfer's with three, the apology's with one. The herd is the first of them. */
export function* makeClocks({ clocks, herd, herdAt }: BenchClockOptions): Generator<BenchClock> {
  const random = createRandom(4);
  for (let index = 0; index < clocks; index += 1) {
    const ofHerd = index < herd;
    const name = names[index % names.length] ?? 'dossier';
    const at = ofHerd ? herdAt : herdAt + DAY_MS + Math.floor(random() * 30 * DAY_MS);
    const unit = `unit-${Math.floor(random() * (ofHerd ? HERD_UNITS : UNITS))}`;
    yield { dossierId: toId(Math.floor(index / names.length)), unit, clock: toClock(name, at) };
  }
}

/** The same clock a generation later, a week on. */
export const reschedule = ({ clock, ...rest }: BenchClock): BenchClock => ({
  ...rest,
  clock: {
    ...toClock(clock.clock as BenchClockName, (clock.schedule[0]?.at ?? 0) + 7 * DAY_MS),
    generation: clock.generation + 1,
  },
});

function toClock(clock: BenchClockName, firstAt: number): ScheduledClock {
  const policy = escalationStepsOf[clock];
  const due = firstAt - (policy[0]?.minutes ?? 0) * MINUTE_MS;
  return {
    clock: clock satisfies SlaClock,
    state: 'running',
    startedAt: due - 5 * DAY_MS,
    due,
    originalDue: clock === 'dossier' ? due : null,
    lateFrom: clock === 'apology' ? null : due + MINUTE_MS,
    limitMinutes: 2_250,
    closedAt: null,
    step: null,
    generation: 1,
    scheduledAt: due - 5 * DAY_MS,
    because: 'received',
    breachedAt: null,
    schedule: policy.map(({ id, kind, minutes }) => ({
      rung: id,
      kind,
      at: due + minutes * MINUTE_MS,
      remainingMinutes: -minutes,
    })),
  };
}

const toId = (index: number): string => `${mix(index)}-${hex(index, 4)}-7000-8000-${hex(index, 12)}`;
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0').slice(-digits);
/** Spread over the key space, as random ids are. */
const mix = (index: number): string => hex(Math.imul(index + 1, 0x9e3779b1) >>> 0, 8);
