import type { EvidenceRow, Missing, Period, Share } from '../vocabulary.ts';
import type { FigureId } from './definitions.ts';
import { toGiven, toMissing, type GivenFigure } from './given-figure.ts';
import {
  partsOf,
  type InstitutionalEntry,
  type InstitutionalKind,
  type ReportUnit,
  type UnitKind,
} from './institutional-entry.ts';

/** Version of the rules in this file, which figures name. */
const VERSION = 1;

/** `last-day`: what holds then; `whole-months`: what lies wholly in the period; `begun`: what began in it. */
type When = 'last-day' | 'whole-months' | 'begun';

interface Rule {
  readonly id: FigureId;
  readonly kind: InstitutionalKind;
  /** Units that count; all where absent. */
  readonly of?: readonly UnitKind[];
  readonly when: When;
  /** Every such unit is in the denominator, whether it entered something or not. */
  readonly perUnit?: true;
}

const district = ['district-office', 'department'] as const;
const commune = ['commune'] as const;

const rules: readonly Rule[] = [
  { id: 'modern-one-stop', kind: 'modern-one-stop', of: commune, when: 'last-day', perUnit: true },
  { id: 'through-one-stop', kind: 'through-one-stop', when: 'last-day' },
  { id: 'network.district', kind: 'network-dossiers', of: district, when: 'whole-months' },
  { id: 'network.commune', kind: 'network-dossiers', of: commune, when: 'whole-months' },
  { id: 'mailboxes.district', kind: 'mailboxes', of: district, when: 'last-day' },
  { id: 'mailboxes.commune', kind: 'mailboxes', of: commune, when: 'last-day' },
  { id: 'iso-9001', kind: 'iso-9001', of: [...district, ...commune], when: 'last-day', perUnit: true },
  { id: 'e-document-schools', kind: 'e-document-schools', when: 'last-day' },
  { id: 'planning-opinions', kind: 'planning-opinions', when: 'begun' },
  { id: 'petitions', kind: 'petitions', when: 'whole-months' },
];

export interface Entries {
  /** The reported unit and those below it, as of the last day. */
  readonly units: readonly ReportUnit[];
  /** Counting entries of these units that hold on some day of the period. */
  readonly figures: readonly InstitutionalEntry[];
}

/** The figures that no dossier tells, each with the entries that make it; or why there are none. */
export function toInstitutionalFigures(entries: Entries | Missing, period: Period): GivenFigure[] {
  return rules.map((rule) => {
    const origin = { id: rule.id, indicator: rule.kind, version: VERSION };
    if (typeof entries === 'string') return toMissing(origin, entries);
    const units = entries.units.filter(({ kind }) => rule.of === undefined || rule.of.includes(kind));
    const rows = toRows(entries.figures, rule, units, period);
    // Nobody entered anything: that is no "none of nineteen".
    if (rows.length === 0) return toMissing(origin, 'nothing-to-count');
    const sums = rows.reduce(add, { numerator: 0, denominator: 0 });
    // A yes or no: the list behind the figure is the units that say yes.
    const evidence = rule.perUnit === true ? rows.filter(({ numerator }) => numerator > 0) : rows;
    return toGiven(origin, rule.perUnit === true ? { ...sums, denominator: units.length } : sums, { evidence });
  });
}

const add = (sum: Share, row: Share): Share => ({
  numerator: sum.numerator + row.numerator,
  denominator: sum.denominator + row.denominator,
});

function toRows(figures: readonly InstitutionalEntry[], rule: Rule, units: readonly ReportUnit[], period: Period): EvidenceRow[] {
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
