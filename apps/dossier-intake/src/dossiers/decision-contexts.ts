import { toLocalDate, type WorkingCalendar } from '@motcua/calendar';
import { hasSameDue, type DecisionContext, type KnownDossier, type OfficerStanding } from '@motcua/dossier';
import type { ReferenceData, UnitOnDay } from '../reference/reference-data.ts';

/** What a command or an event names, and the moment for which it is looked up. */
export interface Named {
  readonly unit?: string | undefined;
  readonly procedure?: string | undefined;
  /** Looked for among the staff of the unit. */
  readonly officer?: string | undefined;
  readonly at: number;
}

/** Something the reference data lack. */
export interface MissingReference {
  readonly missing: 'unit.unknown' | 'reference.incomplete';
  readonly about: string;
}

export type ResolvedContext = { readonly context: DecisionContext; readonly day: UnitOnDay | undefined } | MissingReference;

/** For opening a dossier at a unit, or receiving it there: the rules and the calendar of that day. */
export function contextForOpening(data: ReferenceData, now: number, { unit, procedure, officer, at }: Named): ResolvedContext {
  const day = unit === undefined ? undefined : data.findUnit(unit, at);
  if (unit !== undefined && day === undefined && data.lacksCalendar(unit, at))
    return { missing: 'reference.incomplete', about: `calendar of the unit ${unit} or of one above it` };
  if (day === undefined) return { missing: 'unit.unknown', about: unit ?? 'unit' };
  const ruleSet = data.findRuleSet(day.date);
  if (ruleSet === undefined) return { missing: 'reference.incomplete', about: `rule set in force on ${day.date}` };
  const terms = procedure === undefined ? undefined : data.findProcedure(procedure, day.date);
  const standing = standingOf(data, officer, day);
  return { context: { now, calendar: day.calendar, ruleSet, unit: day.unit, procedure: terms, officer: standing }, day };
}

/** For a change: rules and calendar stay those the dossier was received under. */
export function contextForChange(data: ReferenceData, now: number, dossier: KnownDossier, named: Named): ResolvedContext {
  const { setting } = dossier;
  const calendar = findCalendarFor(data, dossier);
  if (calendar === undefined) return { missing: 'reference.incomplete', about: `calendar ${setting.calendar.id}` };
  const date = toLocalDate(setting.timeZone, toOpened(dossier, named.at));
  const ruleSet = data.findRuleSetByCode(setting.ruleSet, date);
  if (ruleSet === undefined) return { missing: 'reference.incomplete', about: `rule set ${setting.ruleSet}` };
  const day = named.unit === undefined ? undefined : data.findUnit(named.unit, named.at);
  const procedure = named.procedure === undefined ? undefined : data.findProcedure(named.procedure, date);
  return { context: { now, calendar, ruleSet, unit: day?.unit, procedure, officer: standingOf(data, named.officer, day) }, day };
}

/**
 * For a correction that may only be proposed: what it names is looked up as for the correction, so that nothing is proposed that could
 * not be approved; until then rules and calendar stay those the dossier was received under.
 */
export function contextForProposing(
  data: ReferenceData,
  now: number,
  dossier: KnownDossier,
  named: Named & { readonly receivedAt?: number | undefined },
): ResolvedContext {
  const corrected = contextForCorrection(data, now, dossier, named);
  if ('missing' in corrected) return corrected;
  const resolved = contextForChange(data, now, dossier, { at: named.at });
  if ('missing' in resolved) return resolved;
  const { unit, procedure } = corrected.context;
  // Whoever is to have it in hand works where it lies, whatever unit answers for it.
  const officer = standingOf(data, named.officer, data.findUnit(dossier.handlingUnit, now));
  return { ...resolved, context: { ...resolved.context, unit, procedure, officer } };
}

/** For a correction: a right unit or a right receipt bring the rules and the calendar of their own day along. */
export function contextForCorrection(
  data: ReferenceData,
  now: number,
  dossier: KnownDossier,
  { unit, procedure, receivedAt, at }: Named & { readonly receivedAt?: number | undefined },
): ResolvedContext {
  const opened = receivedAt ?? toOpened(dossier, at);
  if (unit === undefined && receivedAt === undefined) return contextForChange(data, now, dossier, { procedure, at: opened });
  const resolved = contextForOpening(data, now, { unit: unit ?? dossier.responsible.code, procedure, at: opened });
  if ('missing' in resolved || unit !== undefined) return resolved;
  return { ...resolved, context: { ...resolved.context, unit: undefined } };
}

/** For a new dating: the newest version of the calendar the dossier was given, or the one that is named. */
export function contextForRedating(
  data: ReferenceData,
  now: number,
  dossier: KnownDossier,
  at: number,
  calendar: WorkingCalendar | undefined = data.findNewestCalendar(dossier.setting.calendar.id),
): ResolvedContext {
  const resolved = contextForChange(data, now, dossier, { at });
  if ('missing' in resolved || calendar === undefined) return resolved;
  return { ...resolved, context: { ...resolved.context, calendar } };
}

/**
 * The version the dossier was given; the newest, where that moves nothing that was promised: what follows from then on (the end of a
 * pause, days that were still far away) is counted with the days as they are known now. Where it would move a due moment the dossier
 * waits for its `redated`, which says so; what has ended keeps the version it ended with.
 */
function findCalendarFor(data: ReferenceData, dossier: KnownDossier): WorkingCalendar | undefined {
  const given = data.findCalendar(dossier.setting.calendar);
  const newest = data.findNewestCalendar(dossier.setting.calendar.id);
  if (newest === given || newest === undefined || dossier.end !== null) return given;
  return hasSameDue(dossier, newest) ? newest : given;
}

const standingOf = (data: ReferenceData, officer: string | undefined, day: UnitOnDay | undefined): OfficerStanding | undefined =>
  officer === undefined || day === undefined ? undefined : data.findStanding(officer, day.unit.code, day.date);

const toOpened = (dossier: KnownDossier, otherwise: number): number => dossier.receipt?.at ?? dossier.submittedAt ?? otherwise;
