import { parseCalendar, vietnamCalendar, type CalendarDocument, type WorkingCalendar } from '@motcua/calendar';
import { statusCodes, toSubmissionPauses, type KnownDossier } from '@motcua/dossier';
import type { ClockContext } from '../clock-context.ts';
import type { ClockRule, Limit, EscalationStep, EscalationMoment, SlaDossier } from '../vocabulary.ts';

/** `at('2026-03-02 10:00[:30]')`: that moment in Viet Nam. March 2026 has no holiday; the 2nd is a Monday. */
export const at = (local: string): number => Date.parse(`${local.replace(' ', 'T')}+07:00`);

/** Back to the same writing, seconds only where there are any. */
export function toText(instant: number): string {
  const iso = new Date(instant + 7 * 3_600_000).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, instant % 60_000 === 0 ? 16 : 19)}`;
}

export function getCalendar(document: CalendarDocument): WorkingCalendar {
  const parsed = parseCalendar(document);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.calendar;
}
export const calendar = getCalendar(vietnamCalendar);

export const workingDays = (amount: number): Limit => ({ amount, unit: 'working-day' });
export const workingHours = (amount: number): Limit => ({ amount, unit: 'working-hour' });
export const calendarDays = (amount: number): Limit => ({ amount, unit: 'calendar-day' });

const escalation = (id: string, moment: EscalationMoment): EscalationStep => ({
  id,
  at: moment,
  tell: ['specialist'],
  urgency: 'normal',
});

export const policy: readonly EscalationStep[] = [
  escalation('half', { kind: 'share', of: 0.5 }),
  escalation('four-fifths', { kind: 'share', of: 0.8 }),
  escalation('one-day-before', { kind: 'before', limit: workingDays(1) }),
  escalation('four-hours-before', { kind: 'before', limit: workingHours(4) }),
  escalation('breach', { kind: 'breach' }),
  escalation('one-day-after', { kind: 'after', limit: workingDays(1) }),
  escalation('three-days-after', { kind: 'after', limit: workingDays(3) }),
];

const short = policy.filter(({ id }) => ['four-fifths', 'breach', 'one-day-after'].includes(id));

export const clocks: readonly ClockRule[] = [
  { clock: 'acceptance', rungs: short },
  { clock: 'transfer', limitAfterCutOff: workingHours(1), rungs: short },
  { clock: 'step', rungs: short },
  { clock: 'dossier', rungs: policy },
  { clock: 'apology', rungs: policy.filter(({ id }) => id === 'four-hours-before') },
  { clock: 'promise', rungs: policy.filter(({ id }) => ['four-hours-before', 'breach', 'one-day-after'].includes(id)) },
];

export const clockContext: ClockContext = {
  calendar,
  acceptanceLimit: workingHours(8),
  extensionNoticeHours: 24,
  maxExtensions: 1,
  clocks,
  steps: [
    { code: 'review', limit: workingHours(6) },
    { code: 'appraise', limit: workingDays(1) },
    { code: 'decide', limit: workingHours(3) },
  ],
};

/** What an event says of the dossier after it. */
export function toSlaDossier(dossier: KnownDossier): SlaDossier {
  const { status, submittedAt, receipt, clock, pauses, extensions, end } = dossier;
  return {
    status: statusCodes[status],
    submittedAt,
    receivedAt: receipt?.at ?? null,
    limit: receipt?.limit ?? null,
    originalDue: clock.originalDue,
    currentDue: clock.currentDue,
    lateFrom: clock.lateFrom.current,
    dueSupplied: clock.dueSupplied,
    pauses,
    submissionPauses: toSubmissionPauses(dossier),
    extensionCount: extensions.length,
    apology: dossier.apologies?.at(-1) ?? null,
    endedAt: end?.at ?? null,
  };
}
