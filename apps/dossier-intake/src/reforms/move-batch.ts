import { evolve, followReform, isRefusal, type DossierEvent, type KnownDossier, type ResponsibleUnit } from '@motcua/dossier';
import { findUnit, pathAt, type Organisation } from '@motcua/organisation';
import { inTransaction, type Transaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { contextForChange } from '../dossiers/decision-contexts.ts';
import { lockDossiers } from '../dossiers/dossier-lock.ts';
import { toDossierRow } from '../dossiers/dossier-row.ts';
import { appendEventRows, findDossiers, putDossierRows } from '../dossiers/dossier.store.ts';
import { toEventRow } from '../dossiers/event-row.ts';
import { toLiveIdentity } from '../dossiers/publish-dossier.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import { findDestination } from './find-destination.ts';
import { holdState, listStillInState, noteOutcomes, type MoveRow, type Outcome, type StoredReform } from './reform.store.ts';
import { SuccessionOfUnits } from './succession-of-units.ts';
import { dayBefore } from './to-catalogue-documents.ts';

/** Why responsibility moved, as the catalogue has it among the reasons. */
const reasonCode = 'reorganisation';
/** Who moved it, in the history of a dossier. */
const actor = 'reform';
/** Somebody may have a dossier in hand: then the batch is tried again later, and a stop does not wait for it for ever. */
const TIMEOUT_MS = 5_000;

export interface BatchParts {
  readonly data: ReferenceData;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What becomes of one dossier, with the event that says so. */
interface Step {
  readonly outcome: Outcome;
  readonly moved?: { readonly event: DossierEvent; readonly after: KnownDossier };
}

/**
 * Moves planned dossiers in one transaction, under their locks. What is decided is decided afresh: a dossier that is over, or was moved
 * by hand, since it was planned is skipped.
 *
 * @returns how many events were appended
 */
export function moveBatch(pool: Pool, reform: StoredReform, ids: readonly string[], parts: BatchParts): Promise<number> {
  const succession = new SuccessionOfUnits(reform.document);
  const ending = new Set(reform.ending);
  return runBatch(pool, reform, 'planned', ids, (row, dossier) => {
    const destination = findDestination(dossier, succession, ending, reform.effectiveAt);
    if (destination === undefined) return { outcome: { ...row, state: 'skipped' } };
    if (destination.kind === 'unmapped') return { outcome: { ...row, state: 'unmapped' } };
    const { to, toHandling } = destination;
    return step(parts, reform, dossier, { row, to, toHandling, takenBack: false });
  });
}

/** Gives dossiers back to whom a reform took them from; one that has moved on since stays where it is. */
export function returnBatch(pool: Pool, reform: StoredReform, ids: readonly string[], parts: BatchParts): Promise<number> {
  return runBatch(pool, reform, 'moved', ids, (row, dossier) => {
    const { from_unit: from, to_unit: to, from_handling: fromHandling, to_handling: toHandling } = row;
    if (from === null || fromHandling === null || dossier.responsible.code !== to)
      return { outcome: { ...row, state: 'skipped' } };
    const handling = dossier.handlingUnit === toHandling ? fromHandling : dossier.handlingUnit;
    return step(parts, reform, dossier, { row, to: from, toHandling: handling, takenBack: true });
  });
}

interface Wanted {
  readonly row: MoveRow;
  readonly to: string;
  readonly toHandling: string;
  readonly takenBack: boolean;
}

function step({ data, now }: BatchParts, reform: StoredReform, dossier: KnownDossier, wanted: Wanted): Step {
  const { row, to, toHandling, takenBack } = wanted;
  const { effectiveAt } = reform;
  const responsible = to === dossier.responsible.code ? dossier.responsible : findOwner(data, reform, to, takenBack);
  const resolved = contextForChange(data, now, dossier, { at: effectiveAt });
  if (responsible === undefined || 'missing' in resolved)
    throw new Error(`The reform ${reform.id} cannot move ${dossier.id}: the unit ${to}, or its calendar, is not known here yet.`);
  const command = { reform: reform.id, reasonCode, effectiveAt, responsible, handlingUnit: toHandling, takenBack };
  const decision = followReform(dossier, command, resolved.context);
  if (isRefusal(decision)) throw new Error(`The reform ${reform.id} cannot move ${dossier.id}: ${decision.code}`);
  const [event] = decision;
  const after = event === undefined ? dossier : evolve(dossier, event);
  if (event === undefined || after.status === 'none') return { outcome: { ...row, state: 'skipped' } };
  const places = takenBack
    ? row
    : {
        dossier_id: dossier.id,
        from_unit: dossier.responsible.code,
        to_unit: to,
        from_handling: dossier.handlingUnit,
        to_handling: toHandling,
      };
  return { outcome: { ...places, state: takenBack ? 'returned' : 'moved' }, moved: { event, after } };
}

/** Who goes on is looked up on the day itself; who is given a dossier back as they were on the day before, whether they have a calendar or not. */
function findOwner(data: ReferenceData, reform: StoredReform, code: string, takenBack: boolean): ResponsibleUnit | undefined {
  if (!takenBack) return data.findUnit(code, reform.effectiveAt)?.unit;
  return findLast(data.books.units.organisation, code, dayBefore(reform.document.effectiveFrom));
}

function findLast(organisation: Organisation, code: string, date: string): ResponsibleUnit | undefined {
  const unit = findUnit(organisation, code, date);
  const path = pathAt(organisation, code, date);
  return unit === undefined || path === undefined ? undefined : { code, path, kind: unit.kind };
}

/** Nothing is done where the reform is no longer in the state in which it was picked up: somebody takes it back. */
function runBatch(
  pool: Pool,
  reform: StoredReform,
  state: 'planned' | 'moved',
  ids: readonly string[],
  decide: (row: MoveRow, dossier: KnownDossier) => Step,
): Promise<number> {
  const work = async (transaction: Transaction): Promise<number> => {
    await lockDossiers(transaction, ids);
    if ((await holdState(transaction, reform.id)) !== reform.state) return 0;
    const rows = await listStillInState(transaction, reform.id, state, ids);
    const dossiers = await findDossiers(
      transaction,
      rows.map((row) => row.dossier_id),
    );
    const steps = rows.map((row): Step => {
      const dossier = dossiers.get(row.dossier_id);
      return dossier === undefined ? { outcome: { ...row, state: 'skipped' } } : decide(row, dossier);
    });
    const moves = steps.flatMap(({ moved }) => moved ?? []);
    if (moves.length > 0) {
      await appendEventRows(
        transaction,
        moves.map(({ event, after }) => toEventRow(event, after, toLiveIdentity(after), actor)),
      );
      await putDossierRows(
        transaction,
        moves.map(({ event, after }) => toDossierRow(after, event)),
      );
    }
    await noteOutcomes(
      transaction,
      reform.id,
      steps.map(({ outcome }) => outcome),
    );
    return moves.length;
  };
  return inTransaction(pool, work, { timeoutMs: TIMEOUT_MS });
}
