import type { PutStaffMember, StaffMember, StaffPreferences } from '@motcua/contracts';
import type { Queryable } from '../database/queryable.ts';
import { staffColumns, toStaffMember, type StaffRow } from './staff-row.ts';

/** Enters or changes somebody; his preferences stay where none are given. */
export async function putStaff(database: Queryable, id: string, member: PutStaffMember): Promise<StaffMember> {
  const { name, unit, role, mail, phone, zalo, language, active, preferences } = member;
  const [row] = await database.query<StaffRow>(
    `INSERT INTO notification.staff AS present (id, name, unit, role, mail, phone, zalo, language, active, mute, channels, digest)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce($10::text[], '{}'), coalesce($11::text[], '{}'), coalesce($12::boolean, true))
     ON CONFLICT (id) DO UPDATE SET name = $2, unit = $3, role = $4, mail = $5, phone = $6, zalo = $7, language = $8, active = $9,
       mute = coalesce($10, present.mute), channels = coalesce($11, present.channels), digest = coalesce($12, present.digest),
       updated_at = notification.clock_now()
     RETURNING ${staffColumns}`,
    [id, name, unit, role, mail, phone, zalo, language, active, preferences?.mute, preferences?.channels, preferences?.digest],
  );
  if (row === undefined) throw new Error('INSERT … RETURNING returned nothing');
  return toStaffMember(row);
}

export async function putPreferences(
  database: Queryable,
  id: string,
  { mute, channels, digest }: StaffPreferences,
): Promise<StaffMember | undefined> {
  const rows = await database.query<StaffRow>(
    `UPDATE notification.staff SET mute = $2, channels = $3, digest = $4, updated_at = notification.clock_now() WHERE id = $1
     RETURNING ${staffColumns}`,
    [id, mute, channels, digest],
  );
  return rows.map(toStaffMember)[0];
}

export async function findStaff(database: Queryable, id: string): Promise<StaffMember | undefined> {
  const rows = await database.query<StaffRow>(`SELECT ${staffColumns} FROM notification.staff WHERE id = $1`, [id]);
  return rows.map(toStaffMember)[0];
}

/** Units in which anybody is known to work. */
export async function listStaffedUnits(database: Queryable): Promise<string[]> {
  const rows = await database.query<{ unit: string }>('SELECT DISTINCT unit FROM notification.staff');
  return rows.map(({ unit }) => unit);
}

export async function listStaff(
  database: Queryable,
  { units, after, limit }: { readonly units: readonly string[]; readonly after: string; readonly limit: number },
): Promise<StaffMember[]> {
  const rows = await database.query<StaffRow>(
    `SELECT ${staffColumns} FROM notification.staff WHERE unit = ANY ($1) AND id > $2 ORDER BY id LIMIT $3`,
    [units, after, limit],
  );
  return rows.map(toStaffMember);
}
