import { startOfLocalDay } from '@motcua/calendar';
import type { NotificationRule } from '@motcua/contracts';
import { type Queryable, toTransaction, inTransaction, readClock } from '@motcua/postgres';
import type { Pool } from 'pg';
import { inPreferredOrder } from '../planning/decide-notices.ts';
import type { NoticeDraft } from '../planning/notice-draft.ts';
import type { NotificationPlanner, PlannedNotices } from '../planning/notification-planner.ts';
import { inLanguage } from '../planning/to-variables.ts';
import type { UnitDirectory } from '../../people/unit-directory.ts';
import { findRules, toRuleBook, type RuleBook } from '../rules/find-rules.ts';
import { listRules } from '../rules/list-rules.ts';
import type { Person } from '../../people/person.ts';
import { readPeople, type PeopleSource } from '../recipients/read-people.ts';
import { noteNamed } from '../dossiers/imported-breaches.ts';
import type { DigestGate } from './digest-gate.ts';
import { findDigestDay, type DigestDay } from './digest-day.ts';
import { isEmpty, toDigestLists, type DigestLists, type OpenDossier } from './digest-lists.ts';
import { listDigestReaders, listOpenDossiers, listUnplanned, noteDigests, takeDigests } from './digest.store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface DigestParts {
  readonly pool: Pool;
  readonly directory: UnitDirectory;
  readonly planner: NotificationPlanner;
  readonly gate: DigestGate;
}

/** Sends the digests of every unit that has opened and has not had them today. May be called as often as one likes, by several. */
export async function sendDigests(parts: DigestParts): Promise<readonly PlannedNotices[]> {
  const database = toTransaction(parts.pool);
  const { directory } = parts;
  const now = await readClock(database, 'notification');
  const [readers, rules] = [await listDigestReaders(database, { directory, now }), await listRules(database)];
  const planned: PlannedNotices[] = [];
  for (const [unit, staff] of groupByUnit(readers)) {
    const calendar = directory.calendarOf(unit);
    const day = calendar === undefined ? undefined : findDigestDay(calendar, now);
    if (day === undefined) continue;
    const unplanned = await listUnplanned(
      database,
      staff.map(({ id }) => id),
      day.date,
    );
    const waiting = staff.filter(({ id }) => unplanned.has(id));
    if (waiting.length === 0) continue;
    // What came in the night must be known first, or it lists as overdue what has been finished.
    if (await parts.gate.isOpen(unit, day.date))
      planned.push(await planUnit(parts, { unit, staff: waiting, day, now, rules: toRuleBook(rules) }));
  }
  return planned;
}

interface UnitDigest {
  readonly unit: string;
  readonly staff: readonly Person[];
  readonly day: DigestDay;
  readonly now: number;
  readonly rules: RuleBook;
}

function planUnit(parts: DigestParts, digest: UnitDigest): Promise<PlannedNotices> {
  const { staff, day, now } = digest;
  return inTransaction(parts.pool, async (transaction) => {
    const taken = await takeDigests(
      transaction,
      staff.map(({ id }) => id),
      day.date,
    );
    const mine = staff.filter(({ id }) => taken.has(id));
    const { drafts, named } = await toDrafts(transaction, parts.directory, { ...digest, staff: mine });
    const planned = await parts.planner.write(transaction, drafts, now);
    await noteDigests(
      transaction,
      day.date,
      drafts.map(({ subject }) => subject.id),
    );
    await noteNamed(transaction, named, day.date);
    return planned;
  });
}

/** @returns `named`: what an import left overdue and these digests name */
async function toDrafts(
  database: Queryable,
  directory: UnitDirectory,
  digest: UnitDigest,
): Promise<{ readonly drafts: readonly NoticeDraft[]; readonly named: readonly string[] }> {
  const { unit, staff, day, now, rules } = digest;
  const timeZone = directory.timeZoneOf(unit);
  const listed = await listOpenDossiers(database, {
    unit,
    officers: staff.map(({ id }) => id),
    now: new Date(now),
    until: new Date(startOfLocalDay(timeZone, day.nextWorkingDate) + DAY_MS + HOUR_MS),
    date: day.date,
  });
  // A unit that was dissolved since has nobody to whom its history falls.
  const dossiers = listed.filter(({ from_import: fromImport, unit: of }) => !fromImport || directory.existsOn(of, day.date));
  const byOwner = await groupByOwner(database, dossiers, { directory, now });
  const named: string[] = [];
  const drafts = staff.flatMap((person) => {
    const [rule] = findRules(rules, { name: 'notification.digest', clock: null, tell: null }, day.date).filter(
      ({ audience, class: kind, template }) =>
        audience === person.role && !(kind === 'optional' && person.mute.includes(template)),
    );
    const nameOf = (procedure: string): string => inLanguage(directory.procedureNameOf(procedure), person.language);
    const own = byOwner.get(person.id) ?? [];
    const lists = toDigestLists(own, { ...day, now, nameOf });
    if (rule === undefined || isEmpty(lists)) return [];
    named.push(...own.flatMap(({ dossier_id: id, from_import: fromImport }) => (fromImport ? [id] : [])));
    return [toDraft(person, rule, lists, { directory, day, now, timeZone })];
  });
  return { drafts, named };
}

/** As alerts are addressed: the officer in charge where they are at work, else who handles such dossiers in the unit that has it. */
async function groupByOwner(
  database: Queryable,
  dossiers: readonly OpenDossier[],
  source: PeopleSource,
): Promise<ReadonlyMap<string, OpenDossier[]>> {
  const places = dossiers.map(({ unit, handling_unit: handlingUnit, officer }) => ({
    unit,
    path: [unit],
    handlingUnit,
    officer,
  }));
  const people = await readPeople(database, places, source);
  const byOwner = new Map<string, OpenDossier[]>();
  dossiers.forEach((dossier, index) => {
    const place = places[index];
    for (const { id } of place === undefined ? [] : people.find('specialist', place)) {
      byOwner.set(id, [...(byOwner.get(id) ?? []), dossier]);
    }
  });
  return byOwner;
}

interface Place {
  readonly directory: UnitDirectory;
  readonly day: DigestDay;
  readonly now: number;
  readonly timeZone: string;
}

function toDraft(
  person: Person,
  rule: NotificationRule,
  lists: DigestLists,
  { directory, day, now, timeZone }: Place,
): NoticeDraft {
  const { id, unit, language, channels } = person;
  return {
    subject: {
      id: `digest/${id}/${day.date}`,
      name: 'notification.digest',
      why: day.date,
      dossier: null,
      unit,
      path: directory.pathOf(unit),
      timeZone,
    },
    rule: rule.id,
    audience: rule.audience,
    recipient: { kind: 'staff', id },
    home: unit,
    language,
    template: rule.template,
    class: rule.class,
    urgency: rule.urgency ?? 'normal',
    sendAt: now,
    expiresAt: now + rule.expiresAfterHours * HOUR_MS,
    chains: rule.channels.map((chain) => inPreferredOrder(chain, channels)),
    variables: { timeZone, unit: inLanguage(directory.nameOf(unit), language), date: day.date, ...lists },
  };
}

function groupByUnit(staff: readonly Person[]): ReadonlyMap<string, Person[]> {
  const units = new Map<string, Person[]>();
  for (const person of staff) units.set(person.unit, [...(units.get(person.unit) ?? []), person]);
  return units;
}
