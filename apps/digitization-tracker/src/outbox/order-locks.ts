/** Any constant will do. */
const LOCK = 7_150_940;

/**
 * The relay publishes events in the order of transaction ids, so a transaction that writes of a dossier must get its id after all
 * that was written of it before is committed. A command takes the dossier's lock first and its id later. The consumer moves its
 * cursor, and so has its id, before it knows the dossiers: it works alone, while commands share.
 */
export const lockForCommand = {
  name: 'order.lock-for-command',
  text: `SELECT pg_advisory_xact_lock_shared(${LOCK})`,
};
/** Works alone: the consumer, and an import of thousands of dossiers, whose locks would be more than the database has room for. */
export const lockAlone = `SELECT pg_advisory_xact_lock(${LOCK})`;

/** One command on a dossier at a time. */
export const lockDossier = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';

/** Between keeping a content and erasing it: whoever holds it may trust what the store says. */
export const lockContent = `SELECT pg_advisory_xact_lock(hashtextextended('content ' || $1, 0))`;

/** The key of that lock, for whoever holds it longer than a transaction may last. */
export const toContentLock = (sha256: string): string => `content ${sha256}`;
