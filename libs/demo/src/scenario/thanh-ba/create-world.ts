import { parseCalendar, startOfLocalDay, type WorkingCalendar } from '@motcua/calendar';
import type { UnitDocument } from '@motcua/contracts';
import { holdsOn, type ReferenceData } from '../../reference/reference-data.ts';
import { createWorkingClock } from './working-clock.ts';
import type { ScenarioWorld } from './scenario-world.ts';

/** The year of the article; what held on this day holds for the scenario. */
const SCENARIO_DAY = '2022-06-30';

/** The scenario's world out of the reference data. Throws where they lack what it needs. */
export function createScenarioWorld(reference: ReferenceData): ScenarioWorld {
  const units = reference.units.filter((unit) => holdsOn(SCENARIO_DAY, unit));
  const ruleSet = getOne(
    reference.ruleSets.filter((one) => holdsOn(SCENARIO_DAY, one)),
    'rule set of 2022',
  );
  const calendar = readCalendar(reference);
  const isBelowDistrict = ({ parent }: UnitDocument): boolean => parent === 'thanh-ba';
  return {
    calendar,
    clock: createWorkingClock(
      calendar,
      startOfLocalDay(calendar.timeZone, '2022-01-01'),
      startOfLocalDay(calendar.timeZone, '2023-06-01'),
    ),
    pauseRules: ruleSet.pauseRules,
    procedures: new Map(reference.procedures.filter((one) => holdsOn(SCENARIO_DAY, one)).map((one) => [one.code, one])),
    district: getOne(
      units.filter(({ code }) => code === 'thanh-ba'),
      'unit thanh-ba',
    ),
    communes: units.filter((unit) => isBelowDistrict(unit) && unit.kind === 'commune'),
    departments: units.filter((unit) => isBelowDistrict(unit) && unit.kind === 'department'),
  };
}

function readCalendar(reference: ReferenceData): WorkingCalendar {
  const parsed = parseCalendar(
    getOne(
      reference.calendars.filter(({ id }) => id === 'vn'),
      'calendar vn',
    ),
  );
  if (!parsed.ok) throw new Error(`Viet Nam's calendar: ${parsed.error.message}`);
  return parsed.calendar;
}

function getOne<Item>(items: readonly Item[], what: string): Item {
  const [first] = items;
  if (first === undefined) throw new Error(`The reference data lack the ${what}.`);
  return first;
}
