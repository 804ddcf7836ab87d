import type { Absence } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';

interface AbsenceRow extends Record<string, unknown> {
  readonly id: string;
  readonly staff: string;
  readonly unit: string;
  readonly first_day: string;
  readonly last_day: string;
  readonly substitute: string;
  readonly made_by: string;
  readonly made_at: Date;
}

// As texts: a date is a local one and has no zone that a driver could read into it.
const columns = 'id, staff, unit, first_day::text, last_day::text, substitute, made_by, made_at';

const lock = { name: 'absence.lock', text: `SELECT pg_advisory_xact_lock(hashtextextended('absence ' || $1, 0))` };
const insert = {
  name: 'absence.insert',
  text: `INSERT INTO absence (id, staff, unit, first_day, last_day, substitute, made_by, made_at)
    SELECT $1::uuid, $2::text, $3, $4::date, $5::date, $6, $7, $8::timestamptz WHERE NOT EXISTS (
      SELECT FROM absence WHERE staff = $2 AND ended_at IS NULL AND first_day <= $5::date AND last_day >= $4::date)`,
};
const list = {
  name: 'absence.list',
  text: `SELECT ${columns} FROM absence WHERE ended_at IS NULL AND last_day >= $1 AND unit = ANY ($2) ORDER BY first_day, staff`,
};
const listInForce = {
  name: 'absence.in-force',
  text: `SELECT ${columns} FROM absence WHERE ended_at IS NULL AND first_day <= $1 AND last_day >= $1`,
};
const find = { name: 'absence.find', text: `SELECT ${columns} FROM absence WHERE id = $1` };
const end = { name: 'absence.end', text: 'UPDATE absence SET ended_at = coalesce(ended_at, $2) WHERE id = $1' };

/** Of two that are recorded at once for the same days the second is refused as well. @returns false: the same person is absent on some of these days already */
export async function insertAbsence(transaction: Transaction, absence: Absence): Promise<boolean> {
  const { id, staff, unit, from, to, substitute, madeBy, madeAt } = absence;
  await transaction.query(lock, [staff]);
  return (await transaction.execute(insert, [id, staff, unit, from, to, substitute, madeBy, madeAt])) === 1;
}

/** Those of some units that hold on a local date or later. */
export async function listAbsences(transaction: Transaction, date: string, units: readonly string[]): Promise<Absence[]> {
  return (await transaction.query<AbsenceRow>(list, [date, units])).map(toAbsence);
}

export async function listAbsencesInForce(transaction: Transaction, date: string): Promise<Absence[]> {
  return (await transaction.query<AbsenceRow>(listInForce, [date])).map(toAbsence);
}

export async function findAbsence(transaction: Transaction, id: string): Promise<Absence | undefined> {
  const [row] = await transaction.query<AbsenceRow>(find, [id]);
  return row === undefined ? undefined : toAbsence(row);
}

/** It holds no longer, from now on. One that was ended before stays as it was. */
export async function endAbsence(transaction: Transaction, id: string, now: number): Promise<void> {
  await transaction.execute(end, [id, new Date(now).toISOString()]);
}

const toAbsence = ({ id, staff, unit, first_day, last_day, substitute, made_by, made_at }: AbsenceRow): Absence => ({
  id,
  staff,
  unit,
  from: first_day,
  to: last_day,
  substitute,
  madeBy: made_by,
  madeAt: made_at.toISOString(),
});
