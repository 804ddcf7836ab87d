/** Any constant will do. */
const LOCK = 7_150_930;

/**
 * The relay publishes events in the order of transaction ids, so a transaction that says something of a dossier must get its id
 * after everything said before is committed. The consumer moves its cursor (and so gets its id) before it knows the dossiers; a
 * lock on the dossier would come too late. Hence one lock for all, taken before anything is written: consumers share it, whoever
 * fires holds it alone, for a bounded batch.
 */
export const lockToFire = {
  name: 'order.lock-to-fire',
  text: `SELECT pg_advisory_xact_lock(${LOCK})`,
};
/** The consumer's share of it: its transactions begin with this. */
export const lockToFollow = `SELECT pg_advisory_xact_lock_shared(${LOCK})`;
