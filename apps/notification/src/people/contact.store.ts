import type { PutStaffContact, StaffPreferences } from '@motcua/contracts';
import type { Queryable } from '@motcua/postgres';
import { staffColumns, type StaffRow } from './staff-row.ts';

/** Enters or changes how somebody is reached; their preferences stay where none are given, and what was entered of their place. */
export async function putContact(database: Queryable, id: string, contact: PutStaffContact): Promise<StaffRow> {
  const { name, mail, phone, zalo, language, preferences } = contact;
  const [row] = await database.query<StaffRow>(
    `INSERT INTO notification.staff AS present (id, name, mail, phone, zalo, language, mute, channels, digest)
     VALUES ($1, $2, $3, $4, $5, $6, coalesce($7::text[], '{}'), coalesce($8::text[], '{}'), coalesce($9::boolean, true))
     ON CONFLICT (id) DO UPDATE SET name = $2, mail = $3, phone = $4, zalo = $5, language = $6,
       mute = coalesce($7, present.mute), channels = coalesce($8, present.channels), digest = coalesce($9, present.digest),
       updated_at = notification.clock_now()
     RETURNING ${staffColumns}`,
    [id, name, mail, phone, zalo, language, preferences?.mute, preferences?.channels, preferences?.digest],
  );
  if (row === undefined) throw new Error('INSERT … RETURNING returned nothing');
  return row;
}

/** Keeps what somebody wishes, also of whom no address was entered. */
export async function putPreferences(
  database: Queryable,
  id: string,
  { mute, channels, digest }: StaffPreferences,
): Promise<StaffRow> {
  const [row] = await database.query<StaffRow>(
    `INSERT INTO notification.staff (id, language, mute, channels, digest) VALUES ($1, 'vi', $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET mute = $2, channels = $3, digest = $4, updated_at = notification.clock_now()
     RETURNING ${staffColumns}`,
    [id, mute, channels, digest],
  );
  if (row === undefined) throw new Error('INSERT … RETURNING returned nothing');
  return row;
}

export async function findContact(database: Queryable, id: string): Promise<StaffRow | undefined> {
  const [row] = await database.query<StaffRow>(`SELECT ${staffColumns} FROM notification.staff WHERE id = $1`, [id]);
  return row;
}

/** Of everybody. */
export const listContacts = (database: Queryable): Promise<StaffRow[]> =>
  database.query<StaffRow>(`SELECT ${staffColumns} FROM notification.staff`);
