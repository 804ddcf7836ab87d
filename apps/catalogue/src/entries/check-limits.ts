import type { ProcedureDocument, RuleSetDocument } from '@motcua/contracts';
import type { ReferenceRefusal } from './refusal.ts';

type ClockRule = NonNullable<RuleSetDocument['clocks']>[number];
type Limit = RuleSetDocument['acceptanceLimit'];

/** A clock has seven escalation steps today; the timer numbers them with five bits. */
const MOST_ESCALATIONS = 32;

/** Whether every limit of a procedure can be counted: one that cannot would be noticed only when a dossier comes. */
export function checkProcedureLimits({ limit, maxLimit, steps = [] }: ProcedureDocument): ReferenceRefusal[] {
  const codes = steps.map(({ code }) => code);
  return [
    ...[limit, maxLimit].flatMap((written) => (written === null ? [] : checkLimit(written))),
    ...steps.flatMap((step) => checkLimit(step.limit)),
    ...findTwice(codes).map((code) =>
      refuse('reference.step-twice', `Step ${code} is there twice: give each step its own code.`),
    ),
  ];
}

/** Whether the clocks of a rule set can run: limits that can be counted, every clock once, every escalation step of it once. */
export function checkClockRules({ acceptanceLimit, clocks = [] }: RuleSetDocument): ReferenceRefusal[] {
  return [
    ...checkLimit(acceptanceLimit),
    ...findTwice(clocks.map(({ clock }) => clock)).map((clock) =>
      refuse('reference.clock-twice', `Clock ${clock} is there twice: put its escalation steps into one list.`),
    ),
    ...clocks.flatMap(checkClockRule),
  ];
}

function checkClockRule({ clock, limitAfterCutOff, rungs: escalations }: ClockRule): ReferenceRefusal[] {
  const limits = escalations.flatMap(({ at }) => ('limit' in at ? [at.limit] : []));
  const tooMany = `Clock ${clock} has ${escalations.length} escalation steps, and ${MOST_ESCALATIONS} at most can be alerted.`;
  return [
    ...(limitAfterCutOff === undefined ? [] : checkLimit(limitAfterCutOff)),
    ...limits.flatMap(checkLimit),
    ...findTwice(escalations.map(({ id }) => id)).map((id) =>
      refuse('reference.escalation-twice', `Escalation step ${id} of clock ${clock} is there twice: give each step its own id.`),
    ),
    ...(escalations.length > MOST_ESCALATIONS ? [refuse('reference.escalations-too-many', tooMany)] : []),
  ];
}

function checkLimit({ amount, unit }: Limit): ReferenceRefusal[] {
  if (amount > 0 || unit === 'working-day') return [];
  return [refuse('calendar.limit-invalid', `A limit of 0 is allowed in working days alone (the same day), not in ${unit}s.`)];
}

const refuse = (code: string, detail: string): ReferenceRefusal => ({ code, detail });
const findTwice = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) < index);
