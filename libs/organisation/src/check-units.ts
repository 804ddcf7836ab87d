import { groupBy } from './group-by.ts';
import { isValidOn, type LocalDate, type Unit } from './unit.ts';

export interface UnitRefusal {
  readonly code:
    'organisation.validity-invalid' | 'organisation.validity-overlaps' | 'organisation.parent-unknown' | 'organisation.cycle';
  /** The code of the unit that is refused. */
  readonly unit: string;
  readonly message: string;
}

interface Checked {
  readonly accepted: readonly Unit[];
  readonly refusals: readonly UnitRefusal[];
}

/** Leaves out what breaks a rule; what depends on a unit that is left out goes with it. */
export function checkUnits(units: readonly Unit[]): Checked {
  const refusals: UnitRefusal[] = [];
  const keep = (candidates: readonly Unit[], refusalOf: (unit: Unit) => UnitRefusal | undefined): Unit[] =>
    candidates.filter((unit) => {
      const refusal = refusalOf(unit);
      if (refusal !== undefined) refusals.push(refusal);
      return refusal === undefined;
    });

  let accepted = keepApart(keep(units, refuseValidity), refusals);
  for (let before = Infinity; accepted.length < before;) {
    before = accepted.length;
    const byCode = groupBy(accepted, ({ code }) => code);
    accepted = keep(accepted, (unit) => refuseParent(unit, byCode) ?? refuseCycle(unit, byCode));
  }
  return { accepted, refusals };
}

function refuseValidity({ code, validFrom, validTo }: Unit): UnitRefusal | undefined {
  if (isDate(validFrom) && (validTo === null || (isDate(validTo) && validFrom <= validTo))) return undefined;
  const message = `${code}: "${validFrom}" to "${validTo ?? ''}" is no validity; write dates as 2025-07-01, the first not after the last.`;
  return { code: 'organisation.validity-invalid', unit: code, message };
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Of versions of one code that are valid on the same day the one that begins first stays. */
function keepApart(units: readonly Unit[], refusals: UnitRefusal[]): Unit[] {
  const refused = new Set<Unit>();
  for (const versions of groupBy(units, ({ code }) => code).values()) {
    let previous: Unit | undefined;
    for (const unit of versions.toSorted((left, right) => (left.validFrom < right.validFrom ? -1 : 1))) {
      if (previous !== undefined && isValidOn(previous, unit.validFrom)) {
        refused.add(unit);
        const message = `${unit.code}: the version from ${unit.validFrom} begins while the one from ${previous.validFrom} is still valid.`;
        refusals.push({ code: 'organisation.validity-overlaps', unit: unit.code, message });
      } else previous = unit;
    }
  }
  return units.filter((unit) => !refused.has(unit));
}

type ByCode = ReadonlyMap<string, readonly Unit[]>;

function refuseParent({ code, parent, validFrom }: Unit, byCode: ByCode): UnitRefusal | undefined {
  if (parent === null || versionOn(byCode, parent, validFrom) !== undefined) return undefined;
  const message = `${code}: its parent "${parent}" is unknown, or not valid on ${validFrom}.`;
  return { code: 'organisation.parent-unknown', unit: code, message };
}

/** The tree changes only on days on which a version begins: no cycle on those days is no cycle at all. */
function refuseCycle(unit: Unit, byCode: ByCode): UnitRefusal | undefined {
  const days = new Set<LocalDate>([unit.validFrom]);
  for (const ancestor of versionsAbove(unit, byCode)) if (isValidOn(unit, ancestor.validFrom)) days.add(ancestor.validFrom);
  for (const day of days) {
    if (!isAboveItself(unit, day, byCode)) continue;
    return { code: 'organisation.cycle', unit: unit.code, message: `${unit.code} is above itself on ${day}.` };
  }
  return undefined;
}

function versionsAbove(unit: Unit, byCode: ByCode): ReadonlySet<Unit> {
  const above = new Set<Unit>();
  const waiting = [unit];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const version of next.parent === null ? [] : (byCode.get(next.parent) ?? [])) {
      if (above.has(version)) continue;
      above.add(version);
      waiting.push(version);
    }
  }
  return above;
}

function isAboveItself(unit: Unit, day: LocalDate, byCode: ByCode): boolean {
  const seen = new Set<string>();
  for (let code = unit.parent; code !== null && !seen.has(code); code = versionOn(byCode, code, day)?.parent ?? null) {
    if (code === unit.code) return true;
    seen.add(code);
  }
  return false;
}

function versionOn(byCode: ByCode, code: string, day: LocalDate): Unit | undefined {
  return byCode.get(code)?.find((version) => isValidOn(version, day));
}
