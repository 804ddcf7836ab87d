import { findUnit } from '@motcua/organisation';
import { inTransaction, toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { ReferenceData } from '../reference/reference-data.ts';
import { moveBatch, returnBatch } from './move-batch.ts';
import { listFollowed, listInState, passOn, plan, type StoredReform } from './reform.store.ts';
import { scanDossiers } from './scan-dossiers.ts';
import { beginSweep, listToPlan, sweepEvents } from './sweep-events.ts';

export interface WorkParts {
  readonly pool: Pool;
  readonly data: ReferenceData;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told after each commit of events. */
  readonly onAppended: () => void;
}

/** The dossiers of a transaction: what the relay passes on in one go, and far less than what a transaction may last. */
const BATCH = 200;
/** Before anybody is counted every instance gets this long to learn of the ends and to commit what it decided before. */
const SETTLE_MS = 2_000;

/**
 * Does one piece of what reforms leave to do: a plan, a batch of dossiers, or a look at the events that came since. All that is done is rows, so
 * that after a stop any instance goes on.
 *
 * @returns what is left: something to do at once, reforms under way that wait for something, some that stand, or none at all
 */
export async function workOffReforms(parts: WorkParts): Promise<'more' | 'under-way' | 'standing' | 'none'> {
  const reforms = await listFollowed(toTransaction(parts.pool));
  let isMore = false;
  for (const reform of reforms) if (await workOff(parts, reform)) isMore = true;
  if (isMore) return 'more';
  if (reforms.some(({ state }) => state !== 'applied' && state !== 'confirmed')) return 'under-way';
  return reforms.length > 0 ? 'standing' : 'none';
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

/** Units of which the catalogue's word has not arrived here: successors that are not in force on the day, and units that are not known to end. */
export function listAwaited({ books }: ReferenceData, reform: StoredReform): readonly string[] {
  const { organisation } = books.units;
  const { effectiveFrom, successions } = reform.document;
  const isInForce = (code: string): boolean => findUnit(organisation, code, effectiveFrom) !== undefined;
  const successors = [...new Set(successions.map(({ to }) => to))].filter((code) => !isInForce(code));
  return [...successors, ...reform.ending.filter(isInForce)];
}

async function findDossiersOf({ pool, data }: WorkParts, reform: StoredReform): Promise<boolean> {
  if (listAwaited(data, reform).length > 0 || reform.ageMs < SETTLE_MS) return false;
  await inTransaction(pool, (transaction) => beginSweep(transaction, reform.id));
  for await (const dossiers of scanDossiers(pool, reform.ending, reform.effectiveAt))
    await inTransaction(pool, (transaction) => plan(transaction, reform.id, listToPlan(dossiers, reform)));
  return passOn(toTransaction(pool), reform.id, 'planning', 'applying');
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

async function moveBack({ pool, data, now, onAppended }: WorkParts, reform: StoredReform): Promise<boolean> {
  const ids = await listInState(toTransaction(pool), reform.id, 'moved', BATCH);
  if (ids.length === 0) return passOn(toTransaction(pool), reform.id, 'reverting', 'reverted');
  if ((await returnBatch(pool, reform, ids, { data, now: now() })) > 0) onAppended();
  return true;
}
