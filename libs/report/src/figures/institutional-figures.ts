import type { EvidenceRow, Missing, Period, Share } from '../vocabulary.ts';
import { toGiven, toMissing, type GivenFigure } from './given-figure.ts';
import { partsOf, type InstitutionalEntry, type ReportUnit } from './institutional-entry.ts';
import { institutionalRules, type InstitutionalRule, type When } from './institutional-rules.ts';

export interface Entries {
  /** The reported unit and those below it, as of the last day. */
  readonly units: readonly ReportUnit[];
  /** Those that lay below it earlier in the period: what flowed there then counts, what stood there is gone. */
  readonly former?: readonly ReportUnit[];
  /** Counting entries of these units that hold on some day of the period. */
  readonly figures: readonly InstitutionalEntry[];
}

/** The figures that no dossier tells, each with the entries that make it; or why there are none. */
export const toInstitutionalFigures = (entries: Entries | Missing, period: Period): GivenFigure[] =>
  institutionalRules.map((rule) => toInstitutionalFigure(rule, entries, period));

function toInstitutionalFigure(rule: InstitutionalRule, entries: Entries | Missing, period: Period): GivenFigure {
  const origin = { id: rule.id, indicator: rule.id, version: rule.version };
  if (typeof entries === 'string') return toMissing(origin, entries);
  const all = rule.when === 'last-day' ? entries.units : [...entries.units, ...(entries.former ?? [])];
  const units = all.filter(({ kind }) => rule.of === undefined || rule.of.includes(kind));
  const rows = toRows(entries.figures, rule, units, period);
  // Nobody entered anything: that is no "none of nineteen".
  if (rows.length === 0) return toMissing(origin, 'nothing-to-count');
  const sums = rows.reduce(add, { numerator: 0, denominator: 0 });
  return rule.perUnit === true
    ? toGiven(origin, { ...sums, denominator: units.length }, splitUnits(rows, units))
    : toGiven(origin, sums, { evidence: rows });
}

/** Of a yes or no: the list behind the figure is the units that say yes; beside it those that say no, or nothing. */
function splitUnits(rows: readonly EvidenceRow[], units: readonly ReportUnit[]) {
  const evidence = rows.filter(({ numerator }) => numerator > 0);
  const counted = new Set(evidence.map(({ unit }) => unit));
  const rest = units.filter(({ code }) => !counted.has(code));
  return { evidence, without: rest.map(({ code, name }) => ({ unit: code, unitName: name.vi })) };
}

const add = (sum: Share, row: Share): Share => ({
  numerator: sum.numerator + row.numerator,
  denominator: sum.denominator + row.denominator,
});

function toRows(
  figures: readonly InstitutionalEntry[],
  rule: InstitutionalRule,
  units: readonly ReportUnit[],
  period: Period,
): EvidenceRow[] {
  const names = new Map(units.map(({ code, name }) => [code, name.vi]));
  return figures.flatMap(({ version, document }) => {
    const unitName = names.get(document.unit);
    if (unitName === undefined || document.kind !== rule.kind || !counts(document, rule.when, period)) return [];
    const { unit, validFrom, validTo, evidence } = document;
    return [{ unit, unitName, validFrom, validTo, ...partsOf(document), version, documents: [...evidence] }];
  });
}

function counts(
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null },
  when: When,
  { from, to }: Period,
): boolean {
  switch (when) {
    case 'last-day':
      return validFrom <= to && (validTo === null || validTo >= to);
    case 'whole-months':
      return validFrom >= from && validTo !== null && validTo <= to;
    case 'begun':
      return validFrom >= from && validFrom <= to;
  }
}
