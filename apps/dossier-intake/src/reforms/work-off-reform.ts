import { findUnit } from '@motcua/organisation';
import type { KnownDossier } from '@motcua/dossier';
import { inTransaction, toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { ReferenceData } from '../reference/reference-data.ts';
import { moveBatch, returnBatch } from './move-batch.ts';
import type { ReformFailures } from './reform-failures.ts';
import { dropPlanned, holdState, listFollowed, listInState, passOn, plan, type StoredReform } from './reform.store.ts';
import { scanDossiers } from './scan-dossiers.ts';
import { beginSweep, listToPlan, sweepEvents } from './sweep-events.ts';

export interface WorkParts {
  readonly pool: Pool;
  readonly data: ReferenceData;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told after each commit of events. */
  readonly onAppended: () => void;
  readonly failures: ReformFailures;
}

/** The dossiers of a transaction: what the relay passes on in one go, and far less than what a transaction may last. */
const BATCH = 200;
/** Rows of a plan that are dropped in one go. */
const DROP = 5_000;
/** Before anybody is counted every instance gets this long to learn of the ends and to commit what it decided before. */
const SETTLE_MS = 2_000;

/**
 * Does one piece of what reforms leave to do: a plan, a batch of dossiers, or a look at the events that came since. All that is done is rows, so
 * that after a stop any instance goes on. A reform that fails is noted and holds up no other.
 *
 * @returns what is left: something to do at once, what failed, reforms under way that wait for something, some that stand, or none at all
 */
export async function workOffReforms(parts: WorkParts): Promise<'more' | 'failing' | 'under-way' | 'standing' | 'none'> {
  const reforms = await listFollowed(toTransaction(parts.pool));
  parts.failures.keepOnly(reforms.map(({ id }) => id));
  let isMore = false;
  for (const reform of reforms) if (await workOffOrNote(parts, reform)) isMore = true;
  if (isMore) return 'more';
  if (parts.failures.size > 0) return 'failing';
  if (reforms.some(({ state }) => state !== 'applied' && state !== 'confirmed')) return 'under-way';
  return reforms.length > 0 ? 'standing' : 'none';
}

async function workOffOrNote(parts: WorkParts, reform: StoredReform): Promise<boolean> {
  try {
    const isMore = await workOff(parts, reform);
    parts.failures.settle(reform.id);
    return isMore;
  } catch (error) {
    parts.failures.note(reform.id, error);
    return false;
  }
}

function workOff(parts: WorkParts, reform: StoredReform): Promise<boolean> {
  switch (reform.state) {
    case 'planning':
      return findDossiersOf(parts, reform);
    case 'applying':
      return moveOn(parts, reform);
    case 'applied':
    case 'confirmed':
      return followLate(parts, reform);
    case 'reverting':
      return moveBack(parts, reform);
    case 'reverted':
      return Promise.resolve(false);
  }
}

/**
 * Units of which the catalogue's word has not arrived here: successors that are not in force on the day, or whose calendar is not known, and units
 * that are not known to end.
 */
export function listAwaited(data: ReferenceData, reform: StoredReform): readonly string[] {
  const { organisation } = data.books.units;
  const { effectiveFrom, successions } = reform.document;
  const successors = [...new Set(successions.map(({ to }) => to))];
  return [
    ...successors.filter((code) => data.findUnit(code, reform.effectiveAt) === undefined),
    ...reform.ending.filter((code) => findUnit(organisation, code, effectiveFrom) !== undefined),
  ];
}

async function findDossiersOf({ pool, data }: WorkParts, reform: StoredReform): Promise<boolean> {
  if (listAwaited(data, reform).length > 0 || reform.ageMs < SETTLE_MS) return false;
  await inTransaction(pool, (transaction) => beginSweep(transaction, reform.id));
  for await (const dossiers of scanDossiers(pool, reform.ending, reform.effectiveAt))
    if (!(await planWhilePlanning(pool, reform, dossiers))) return true;
  return passOn(toTransaction(pool), reform.id, 'planning', 'applying');
}

/** Somebody may take it back while its dossiers are found: then nothing is planned any more. */
function planWhilePlanning(pool: Pool, reform: StoredReform, dossiers: readonly KnownDossier[]): Promise<boolean> {
  return inTransaction(pool, async (transaction) => {
    if ((await holdState(transaction, reform.id)) !== 'planning') return false;
    await plan(transaction, reform.id, listToPlan(dossiers, reform));
    return true;
  });
}

async function moveOn(parts: WorkParts, reform: StoredReform): Promise<boolean> {
  if (await moveNext(parts, reform)) return true;
  await passOn(toTransaction(parts.pool), reform.id, 'applying', 'applied');
  return true;
}

async function moveNext({ pool, data, now, onAppended }: WorkParts, reform: StoredReform): Promise<boolean> {
  const ids = await listInState(toTransaction(pool), reform.id, 'planned', BATCH);
  if (ids.length === 0) return false;
  if ((await moveBatch(pool, reform, ids, { data, now: now() })) > 0) onAppended();
  return true;
}

async function followLate(parts: WorkParts, reform: StoredReform): Promise<boolean> {
  const hasFound = await inTransaction(parts.pool, (transaction) => sweepEvents(transaction, reform));
  return (await moveNext(parts, reform)) || hasFound;
}

/** What has moved moves back; what had not moved yet, because it was taken back before, stays where it is. */
async function moveBack({ pool, data, now, onAppended }: WorkParts, reform: StoredReform): Promise<boolean> {
  const ids = await listInState(toTransaction(pool), reform.id, 'moved', BATCH);
  if (ids.length === 0) {
    if ((await dropPlanned(toTransaction(pool), reform.id, DROP)) > 0) return true;
    return passOn(toTransaction(pool), reform.id, 'reverting', 'reverted');
  }
  if ((await returnBatch(pool, reform, ids, { data, now: now() })) > 0) onAppended();
  return true;
}
