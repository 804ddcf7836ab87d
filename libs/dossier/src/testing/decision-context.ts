import { parseCalendar, vietnamCalendar, type WorkingCalendar } from '@motcua/calendar';
import type { DecisionContext } from '../decision-context.ts';
import type { ProcedureTerms, ResponsibleUnit, RuleSet } from '../vocabulary.ts';

const parsed = parseCalendar(vietnamCalendar);
if (!parsed.ok) throw new Error(parsed.error.message);
export const calendar: WorkingCalendar = parsed.calendar;

/** `at('2022-03-01 10:00')`: that moment in Viet Nam. */
export const at = (local: string): number => Date.parse(`${local.replace(' ', 'T')}+07:00`);

export const commune: ResponsibleUnit = { code: 'dong-xuan', path: ['phu-tho', 'thanh-ba', 'dong-xuan'], kind: 'commune' };
export const district: ResponsibleUnit = { code: 'thanh-ba', path: ['phu-tho', 'thanh-ba'], kind: 'district-office' };

/** A procedure of three working days, at most eight. */
export const birthWithRecognition: ProcedureTerms = {
  code: '1.000689',
  field: 'ho-tich',
  serviceLevel: 'partial',
  levels: ['commune'],
  limit: { amount: 3, unit: 'working-day' },
  maxLimit: { amount: 8, unit: 'working-day' },
};

export const nd61: RuleSet = {
  code: 'nd-61-2018',
  pauseRules: { supplement: 'restart', payment: 'subtract', withdrawal: 'subtract' },
  maxSupplementRequests: 1,
  maxExtensions: 1,
  extensionNoticeHours: 24,
};
export const nd118: RuleSet = { ...nd61, code: 'nd-118-2025', pauseRules: { ...nd61.pauseRules, supplement: 'subtract' } };

/** A decision at a moment: unless said otherwise about the commune, the procedure and NĐ 61. */
export function context(now: number, more: Partial<DecisionContext> = {}): DecisionContext {
  return { now, calendar, ruleSet: nd61, unit: commune, procedure: birthWithRecognition, ...more };
}
