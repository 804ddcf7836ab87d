import type { Queryable } from '@motcua/postgres';
import type { Person } from '../../people/person.ts';
import { toPeople, type PeopleSource } from '../recipients/read-people.ts';
import { staffColumns, type StaffRow } from '../../people/staff-row.ts';
import type { OpenDossier } from './digest-lists.ts';

/** A list longer than this is no digest any more; templates take no more either. */
const MOST = 5_000;

/** Everybody at work who wants a digest. */
export async function listDigestReaders(database: Queryable, source: PeopleSource): Promise<Person[]> {
  const { directory, now } = source;
  const rows = await database.query<StaffRow>(`SELECT ${staffColumns} FROM notification.staff`);
  const posted = directory.listStaffedUnits().flatMap((unit) => directory.listPosts(unit, now));
  const people = toPeople(
    rows,
    posted.map(({ id }) => id),
    source,
  );
  return people.filter(({ digest }) => digest);
}

/** Those of them who have had none on a day. */
export async function listUnplanned(database: Queryable, staff: readonly string[], date: string): Promise<ReadonlySet<string>> {
  const rows = await database.query<{ staff: string }>(
    `SELECT staff FROM unnest($1::text[]) AS wanted(staff)
     WHERE NOT EXISTS (SELECT FROM notification.digest WHERE digest.staff = wanted.staff AND date = $2)`,
    [staff, date],
  );
  return new Set(rows.map(({ staff: id }) => id));
}

/** Takes the day's digest of each, so that no other instance sends it too. @returns those that were still to be had */
export async function takeDigests(database: Queryable, staff: readonly string[], date: string): Promise<ReadonlySet<string>> {
  const rows = await database.query<{ staff: string }>(
    `INSERT INTO notification.digest (staff, date) SELECT staff, $2 FROM unnest($1::text[]) AS wanted(staff) ORDER BY staff
     ON CONFLICT DO NOTHING RETURNING staff`,
    [staff, date],
  );
  return new Set(rows.map(({ staff: id }) => id));
}

/** Says which notice was the digest. */
export async function noteDigests(database: Queryable, date: string, eventIds: readonly string[]): Promise<void> {
  await database.query(
    `UPDATE notification.digest SET notice_id = notice.id FROM notification.notice
     WHERE notice.event_id = ANY ($2) AND notice.recipient = digest.staff AND digest.date = $1`,
    [date, eventIds],
  );
}

/**
 * Open dossiers of a unit or of some officers that a digest may show: waiting, overdue, or due before a moment. What an import left overdue
 * is shown once it is sent, and on one day.
 */
export const listOpenDossiers = (
  database: Queryable,
  {
    unit,
    officers,
    now,
    until,
    date,
  }: {
    readonly unit: string;
    readonly officers: readonly string[];
    readonly now: Date;
    readonly until: Date;
    readonly date: string;
  },
): Promise<OpenDossier[]> =>
  database.query<OpenDossier>(
    `SELECT dossier_id, code, source_code, procedure, unit, handling_unit, officer, current_due, late_from, is_waiting, time_zone,
       dossier.from_import
     FROM notification.dossier LEFT JOIN notification.imported_breach AS breach USING (dossier_id)
     WHERE is_open AND (officer = ANY ($1) OR handling_unit = $2 OR unit = $2)
       AND (is_waiting OR late_from <= $3 OR current_due < $4)
       AND (NOT dossier.from_import OR is_waiting OR late_from > $3 OR late_from IS NULL
         OR NOT breach.from_import OR (breach.from_import AND coalesce(breach.named_on = $5, true)))
     ORDER BY current_due, dossier_id LIMIT ${String(MOST)}`,
    [officers, unit, now.toISOString(), until.toISOString(), date],
  );
