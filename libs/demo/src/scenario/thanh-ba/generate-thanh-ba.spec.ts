import { dueMoment, startOfLocalDay, type Pause } from '@motcua/calendar';
import { findDossierEventName, type LegacyEvent } from '@motcua/contracts';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readReferenceData } from '../../reference/reference-data.ts';
import { createScenarioWorld } from './create-world.ts';
import { generateThanhBa } from './generate-thanh-ba.ts';
import { departmentOfField } from './handling-unit.ts';
import type { ScenarioWorld } from './scenario-world.ts';

const periodEnd = startOfLocalDay('Asia/Ho_Chi_Minh', '2022-11-01');
let world: ScenarioWorld;
let events: LegacyEvent[];
let dossiers: Map<string, LegacyEvent[]>;

const nameOf = ({ type }: LegacyEvent): string => findDossierEventName(type) ?? '';
const find = (history: LegacyEvent[], ...names: string[]): LegacyEvent | undefined =>
  history.find((event) => names.includes(nameOf(event)));
const received = (): LegacyEvent[][] => [...dossiers.values()].filter((history) => find(history, 'received') !== undefined);
const isOnline = (history: LegacyEvent[]): boolean => find(history, 'received')?.data.channel === 'online';
const endOf = (history: LegacyEvent[]): LegacyEvent | undefined => find(history, 'processed', 'stopped', 'refused');
const percent = (part: number, whole: number, decimals: number): string => ((100 * part) / whole).toFixed(decimals);

/** By the law's plain words, from the events alone: what intake will make of them. */
function currentDueOf(history: LegacyEvent[]): number {
  const receipt = find(history, 'received');
  if (receipt === undefined) throw new Error('never received');
  const pauses: Pause[] = [];
  for (const event of history) {
    const at = Date.parse(event.time);
    if (nameOf(event) === 'supplement-requested') pauses.push({ from: at, rule: world.pauseRules.supplement });
    if (nameOf(event) === 'payment-requested') pauses.push({ from: at, rule: world.pauseRules.payment });
    if (nameOf(event) === 'withdrawal-requested') pauses.push({ from: at, rule: world.pauseRules.withdrawal });
    if (['supplement-received', 'payment-made', 'stopped'].includes(nameOf(event))) {
      const last = pauses.pop();
      if (last !== undefined) pauses.push({ ...last, to: at });
    }
  }
  const extension = find(history, 'extended');
  const extensions =
    extension?.data.newDue === undefined ? [] : [{ newDue: Date.parse(extension.data.newDue), at: Date.parse(extension.time) }];
  const limit = receipt.data.limit ?? world.procedures.get(receipt.data.procedure ?? '')?.limit;
  if (limit === undefined || limit === null) throw new Error('no limit');
  const due = dueMoment(world.calendar, { receivedAt: Date.parse(receipt.time), limit, pauses, extensions });
  if (!due.ok || due.dueAt === null) throw new Error('no due');
  return due.dueAt;
}

const isInTime = (history: LegacyEvent[]): boolean =>
  Math.floor(Date.parse(endOf(history)?.time ?? '') / 60_000) * 60_000 <= currentDueOf(history);

beforeAll(async () => {
  world = createScenarioWorld(await readReferenceData());
  events = generateThanhBa(world, { seed: 2022 });
  dossiers = groupByDossier(events);
});

function groupByDossier(all: readonly LegacyEvent[]): Map<string, LegacyEvent[]> {
  const groups = new Map<string, LegacyEvent[]>();
  for (const event of all) {
    const history = groups.get(event.data.sourceCode);
    if (history === undefined) groups.set(event.data.sourceCode, [event]);
    else history.push(event);
  }
  return groups;
}

describe('the Thanh Ba scenario', () => {
  it('has about 24,000 dossiers in 19 communes and at the district', () => {
    const units = new Set(received().map((history) => find(history, 'received')?.data.unit));

    expect(received().length).toBeGreaterThan(23_500);
    expect(received().length).toBeLessThan(24_500);
    expect(units.size).toBe(20);
  });

  it('is received online at the article’s shares, for the dossiers say so', () => {
    const atDistrict = received().filter((history) => find(history, 'received')?.data.unit === 'thanh-ba');
    const atCommunes = received().filter((history) => find(history, 'received')?.data.unit !== 'thanh-ba');
    const level = (history: LegacyEvent[]): string | undefined =>
      world.procedures.get(find(history, 'received')?.data.procedure ?? '')?.serviceLevel;
    const online = atDistrict.filter(isOnline);

    expect(percent(online.length, atDistrict.length, 0)).toBe('93');
    expect(percent(online.filter((history) => level(history) === 'partial').length, atDistrict.length, 0)).toBe('28');
    expect(percent(online.filter((history) => level(history) === 'full').length, atDistrict.length, 0)).toBe('65');
    expect(percent(atCommunes.filter(isOnline).length, atCommunes.length, 1)).toBe('21.9');
    expect(online.some((history) => level(history) === 'none')).toBe(false);
  });

  it('is settled before or on time at 97 % of what was finished in the ten months, counted by the calendar', () => {
    const finished = received().filter((history) => Date.parse(endOf(history)?.time ?? '') < periodEnd);

    expect(finished.length).toBeGreaterThan(23_000);
    expect(percent(finished.filter(isInTime).length, finished.length, 0)).toBe('97');
    expect(percent(finished.filter(isInTime).length, finished.length, 2)).toBe('97.00');
  });

  it('leaves some open at the end of October, a few of them overdue and a few for ever', () => {
    const open = received().filter((history) => !(Date.parse(endOf(history)?.time ?? '') < periodEnd));

    expect(open.length).toBeGreaterThan(150);
    expect(open.filter((history) => currentDueOf(history) < periodEnd).length).toBeGreaterThan(50);
    expect(open.filter((history) => endOf(history) === undefined).length).toBeGreaterThan(5);
  });

  it('tells each dossier in order, no two moments the same, and every event once', () => {
    for (const history of dossiers.values()) {
      const times = history.map(({ time }) => time);
      expect(times).toEqual([...new Set(times)].sort());
    }
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events.every(({ time }, index) => index === 0 || (events[index - 1]?.time ?? '') <= time)).toBe(true);
  });

  it('receives in working time and has no two dossiers alike', () => {
    const receipts = received().map((history) => find(history, 'received'));
    const stories = received().map((history) =>
      history.map(({ type, time, data: { sourceCode: _code, ...data } }) => JSON.stringify([type, time, data])).join(),
    );

    expect(
      receipts.every(
        (receipt) => world.clock.at(world.clock.placeOf(Date.parse(receipt?.time ?? ''))) <= Date.parse(receipt?.time ?? ''),
      ),
    ).toBe(true);
    expect(new Set(stories).size).toBe(stories.length);
  });

  it('has everything that happens at a counter', () => {
    const seen = new Map<string, number>();
    for (const event of events) seen.set(nameOf(event), (seen.get(nameOf(event)) ?? 0) + 1);

    for (const name of [
      'submitted',
      'refused',
      'transferred',
      'supplement-requested',
      'supplement-received',
      'payment-requested',
      'payment-made',
      'extended',
      'withdrawal-requested',
      'stopped',
      'processed',
      'returned',
    ]) {
      expect([name, (seen.get(name) ?? 0) > 15]).toEqual([name, true]);
    }
  });

  it('hands over to departments that exist, under codes of the national pattern', () => {
    const departments = new Set(world.departments.map(({ code }) => code));
    const pattern = /^(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{2,3}){0,3}-\d{6}-[A-Z0-9]{0,2}\d{4,}$/;

    expect(Object.values(departmentOfField).filter((code) => !departments.has(code))).toEqual([]);
    expect([...dossiers.keys()].filter((code) => !pattern.test(code))).toEqual([]);
  });

  it('is the same for the same seed and another for another', () => {
    const small = { district: 200, commune: 600 };
    const first = generateThanhBa(world, { seed: 7, size: small });

    expect(generateThanhBa(world, { seed: 7, size: small })).toEqual(first);
    expect(generateThanhBa(world, { seed: 8, size: small })).not.toEqual(first);
  });
});
