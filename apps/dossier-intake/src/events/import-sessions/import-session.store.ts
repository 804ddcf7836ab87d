import type { OpenImportSession, SessionEnd } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import { IsNull, Raw, type EntityManager, type Repository } from 'typeorm';
import { ImportSessionEntity } from './import-session.entity.ts';

export type ImportSessionRepository = Repository<ImportSessionEntity>;

export const insertSession = (
  sessions: ImportSessionRepository,
  { source, unit }: OpenImportSession,
  openedBy: string,
): Promise<ImportSessionEntity> => sessions.save(sessions.create({ source, unit, openedBy, endedAt: null, endedBy: null }));

/** Whoever takes events of a session shares this lock, whoever ends it holds it alone: an end comes after all events, also by its transaction id. */
const key = `hashtextextended($1, 7150931)`;
const lockToTake = { name: 'session.lock-to-take', text: `SELECT pg_advisory_xact_lock_shared(${key})` };
const lockToEnd = { name: 'session.lock-to-end', text: `SELECT pg_advisory_xact_lock(${key})` };
const findEnd = { name: 'session.find-end', text: 'SELECT ended_at FROM import_session WHERE id = $1' };

/**
 * Keeps the session from ending while this transaction writes events of it. Before anything is written, and for every chunk of events: by
 * SQL of its own. @returns whether it is open
 */
export async function holdOpen(transaction: Transaction, id: string): Promise<boolean> {
  // Two statements: the second sees what was committed while the first waited.
  const [, [row]] = await Promise.all([
    transaction.query(lockToTake, [id]),
    transaction.query<{ ended_at: Date | null }>(findEnd, [id]),
  ]);
  return row?.ended_at === null;
}

export interface Ending {
  readonly id: string;
  readonly endedBy: SessionEnd;
  /** It ends only where nothing came for so long. */
  readonly silentForMinutes: number;
}

/** Ends an open session, the first thing in a transaction. @returns when; undefined: it has ended already */
export async function endSession(
  entities: EntityManager,
  transaction: Transaction,
  { id, endedBy, silentForMinutes }: Ending,
): Promise<Date | undefined> {
  await transaction.query(lockToEnd, [id]);
  const ended = await entities
    .createQueryBuilder()
    .update(ImportSessionEntity)
    .set({ endedAt: now, endedBy })
    .where({ id, endedAt: IsNull(), lastHeardAt: silentFor(silentForMinutes) })
    .returning('ended_at')
    .execute();
  const [row] = ended.raw as readonly { readonly ended_at: Date }[];
  return row?.ended_at;
}

/** Says that events of the session came; at most every five seconds, so that batches side by side do not wait for each other's row. */
export async function noteHeard(sessions: ImportSessionRepository, id: string): Promise<void> {
  const before = Raw((heardAt) => `${heardAt} < clock_timestamp() - interval '5 seconds'`);
  await sessions.update({ id, endedAt: IsNull(), lastHeardAt: before }, { lastHeardAt: now });
}

/** Open sessions of which nothing came for so long. */
export async function listSilent(sessions: ImportSessionRepository, minutes: number): Promise<readonly string[]> {
  const silent = await sessions.find({ select: { id: true }, where: { endedAt: IsNull(), lastHeardAt: silentFor(minutes) } });
  return silent.map(({ id }) => id);
}

const now = (): string => 'clock_timestamp()';

const silentFor = (minutes: number) =>
  Raw((heardAt) => `${heardAt} <= clock_timestamp() - make_interval(mins => :minutes)`, { minutes });
