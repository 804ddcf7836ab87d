import { requirePermissionOfAny, type Action } from '@motcua/access';
import type { Actor, Caller } from '@motcua/auth';
import type { PeriodClose, PeriodCloseRequest, PeriodCloseSummary } from '@motcua/contracts';
import type { LocalDays } from '@motcua/indicators';
import { inTransaction, toTransaction, whileHoldingLock, type Queryable, type Transaction } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { NameDirectory } from '../board/names/name-directory.ts';
import { findChainEnd, toCloseLink } from '../closes/close-chain.ts';
import { stateOf, toSummary, type StoredClose } from '../closes/close-row.ts';
import { findClose, findStandingClose, listCloses } from '../closes/find-closes.query.ts';
import { listFrozenCounts } from '../closes/frozen-copy.query.ts';
import { toFigures } from '../closes/frozen-numbers.ts';
import { toMonthPeriod } from '../closes/month-period.ts';
import { listPlacements, zonesOf, type UnitPlacement } from '../figures/unit-placements.query.ts';
import { unitUnknown } from '../http/problems.ts';
import { getActiveTableSet } from '../projection/table-set.ts';
import { LOCAL_DAYS } from '../time/local-days.ts';
import { compareClose } from '../verify/compare-closes.ts';
import { findBesideLogs } from '../verify/logs/find-beside-logs.ts';
import { closeUnknown, freezeBusy, freezeTooLong, toProblem } from './close-problems.ts';
import { decideConfirmation, decideProposal, decideWithdrawal, isRefusal, type CloseRefusal } from './decide-close.ts';
import { findMissing } from './freeze/find-missing.query.ts';
import { freezePeriod } from './freeze/freeze-period.ts';
import { isOutOfTime } from './is-out-of-time.ts';
import { QueuedSemaphore } from './queued-semaphore.ts';

/** A province's month is copied in seconds; all relays of the server wait for as long. */
const FREEZE_MS = 30_000;
const WAIT_MS = 10_000;
const RECOMPUTE_MS = 300_000;

/** Months that are closed: proposed by one person, confirmed by another, and never reopened. */
@Injectable()
export class PeriodClosesService {
  readonly #pool: Pool;
  readonly #names: NameDirectory;
  readonly #days: LocalDays;
  readonly #freezing = new QueuedSemaphore();

  constructor(@Inject(POOL) pool: Pool, names: NameDirectory, @Inject(LOCAL_DAYS) days: LocalDays) {
    this.#pool = pool;
    this.#names = names;
    this.#days = days;
  }

  /** @throws ProblemError 403, 404 `unit.unknown`, 409 of `decideProposal`, 503 `period-close.busy`, `period-close.too-long` */
  async propose(actor: Actor, { unit, month, overrideReason }: PeriodCloseRequest): Promise<PeriodClose> {
    await this.#require(actor, 'periods.propose', unit);
    const id = randomUUID();
    const request = { id, unit, month, overrideReason, proposedBy: actor.sub };
    // A freeze takes two connections: of many at once none would get its second.
    const outcome = await this.#freezing.run(() => this.#freezeAlone(request), { waitMs: WAIT_MS });
    if (outcome === undefined) throw freezeBusy();
    if (outcome === 'held') throw toProblem({ code: 'period.closed-already', state: 'proposed' });
    return this.get(actor, id);
  }

  /** `held`: another process freezes that very month. */
  async #freezeAlone(request: FreezeRequest): Promise<'frozen' | 'held'> {
    // A lock of the transaction would come too late: its snapshot is taken before it waits.
    const frozen = await whileHoldingLock(this.#pool, `kpi.period_close ${request.unit} ${request.month}`, ({ lost }) => {
      const freeze = (transaction: Transaction): Promise<'frozen'> => this.#freeze(transaction, request, lost);
      return inTransaction(this.#pool, freeze, { isolation: 'repeatable read', timeoutMs: FREEZE_MS });
    }).catch((error: unknown) => {
      throw isOutOfTime(error) ? freezeTooLong(error) : error;
    });
    return frozen ?? 'held';
  }

  async #freeze(transaction: Transaction, request: FreezeRequest, lost: AbortSignal): Promise<'frozen'> {
    // Behind everything that was waited for, the snapshot too: what was recorded meanwhile is seen, and must not seem to have come later.
    const now = Date.now();
    const { id, unit, month, overrideReason, proposedBy } = request;
    const standing = await findStandingClose(transaction, unit, month);
    const places = await listPlacements(transaction, unit);
    if (places.length === 0 && !this.#names.hasUnit(unit)) throw unitUnknown(unit);
    const tableSet = await getActiveTableSet(transaction);
    const { behind, parked, newestRecordedAt } = await findMissing(
      transaction,
      tableSet,
      unit,
      await findBesideLogs(transaction),
    );
    const decided = decideProposal({
      isOver: toZones(places).every((zone) => this.#days.startOf(zone, toMonthPeriod(month).to + 1) <= now),
      standing: standing === undefined ? undefined : (stateOf(standing) as 'proposed' | 'confirmed'), // none that stands was withdrawn
      missing: { lagging: behind.length, parked },
      overrideReason,
    });
    if (isRefusal(decided)) throw toProblem(decided);
    // Clocks of services differ by little: nothing that is seen was recorded later than what is said to be known.
    const knownAt = Math.max(now, newestRecordedAt?.getTime() ?? now);
    const { overrideReason: reason } = decided;
    const order = {
      id,
      unit,
      month,
      tableSet,
      places,
      knownAt,
      proposedBy,
      proposedAt: now,
      overrideReason: reason,
      behind,
      parked,
    };
    await freezePeriod(transaction, order, this.#days);
    lost.throwIfAborted();
    return 'frozen';
  }

  /** Compared with the log once more before it is for good. @throws ProblemError 403, 404, 409 of `decideConfirmation`, `period-close.overtaken` */
  async confirm(actor: Actor, id: string): Promise<PeriodClose> {
    const close = await this.getStored(actor, 'periods.confirm', id);
    await this.#requireConfirmable(toTransaction(this.#pool), close, actor);
    const { found } = await inTransaction(this.#pool, (snapshot) => compareClose(snapshot, close), {
      ...{ isolation: 'repeatable read', readOnly: true, timeoutMs: RECOMPUTE_MS },
    });
    if (found > 0) throw toProblem({ code: 'period-close.overtaken', differences: found });
    await inTransaction(this.#pool, async (transaction) => {
      const end = await findChainEnd(transaction);
      const stored = await this.#find(transaction, id);
      await this.#requireConfirmable(transaction, stored, actor);
      const decided = { decidedBy: actor.sub, decidedAt: new Date() };
      await insertDecision(transaction, id, 'confirmed', decided);
      await transaction.query('INSERT INTO kpi.period_link (sequence, close_id, hash) VALUES ($1, $2, $3)', [
        ...[end.sequence + 1, id, toCloseLink(end.hash, { ...stored, ...decided })],
      ]);
    });
    return this.get(actor, id);
  }

  /** Under the lock of the chain it is sure: the lock under which months are proposed belongs to a connection, which may be lost. */
  async #requireConfirmable(database: Queryable, close: StoredClose, { sub }: Actor): Promise<void> {
    const standing = await findStandingClose(database, close.unit, close.month);
    const isMonthClosed = standing?.outcome === 'confirmed' && standing.id !== close.id;
    const { proposedBy } = close;
    refuse(decideConfirmation({ state: stateOf(close), proposedBy, isMonthClosed }, sub));
  }

  /** @throws ProblemError 403, 404, 409 of `decideWithdrawal` */
  async withdraw(actor: Actor, id: string): Promise<PeriodClose> {
    await this.getStored(actor, 'periods.confirm', id);
    await inTransaction(this.#pool, async (transaction) => {
      await findChainEnd(transaction);
      const stored = await this.#find(transaction, id);
      refuse(decideWithdrawal({ state: stateOf(stored) }));
      await insertDecision(transaction, id, 'withdrawn', { decidedBy: actor.sub, decidedAt: new Date() });
    });
    return this.get(actor, id);
  }

  /** @throws ProblemError 403 */
  async list(caller: Caller, unit: string): Promise<PeriodCloseSummary[]> {
    await this.#require(caller, 'figures.read', unit);
    return (await listCloses(toTransaction(this.#pool), unit)).map(toSummary);
  }

  async get(caller: Caller, id: string): Promise<PeriodClose> {
    const close = await this.getStored(caller, 'figures.read', id);
    const counts = new Map<string, number>();
    for (const { number, count } of await listFrozenCounts(toTransaction(this.#pool), id)) {
      const name = close.names[number]?.name ?? '';
      counts.set(name, (counts.get(name) ?? 0) + count);
    }
    return {
      ...toSummary(close),
      indicators: toFigures(close.names, counts),
      rules: [...close.rules],
      readUpTo: [...close.readUpTo],
    };
  }

  /** @throws ProblemError 404 `period-close.unknown`, 403 */
  async getStored(caller: Caller, action: Action, id: string): Promise<StoredClose> {
    const close = await this.#find(toTransaction(this.#pool), id);
    await this.#require(caller, action, close.unit);
    return close;
  }

  async #find(database: Queryable, id: string): Promise<StoredClose> {
    const close = await findClose(database, id);
    if (close === undefined) throw closeUnknown();
    return close;
  }

  /** By today's tree; of a unit that the catalogue does not know by where its dossiers lay. */
  async #require(caller: Caller, action: Action, unit: string): Promise<void> {
    const path = this.#names.findPath(unit);
    const places = path.length > 0 ? [] : await listPlacements(toTransaction(this.#pool), unit);
    const former = places.map((place) => place.path.slice(0, place.path.indexOf(unit) + 1));
    requirePermissionOfAny(caller, action, [path.length > 0 ? path : [unit], ...former]);
  }
}

/** A month of a unit that never had a dossier is over when it is over in Viet Nam. */
const toZones = (places: readonly UnitPlacement[]): readonly string[] =>
  places.length === 0 ? ['Asia/Ho_Chi_Minh'] : zonesOf(places);

interface FreezeRequest {
  readonly id: string;
  readonly unit: string;
  readonly month: string;
  readonly overrideReason: string | undefined;
  readonly proposedBy: string;
}

function refuse(refusal: CloseRefusal | undefined): void {
  if (refusal !== undefined) throw toProblem(refusal);
}

const insertDecision = (
  transaction: Transaction,
  id: string,
  outcome: 'confirmed' | 'withdrawn',
  { decidedBy, decidedAt }: { readonly decidedBy: string; readonly decidedAt: Date },
): Promise<unknown> =>
  transaction.query('INSERT INTO kpi.period_decision (close_id, outcome, decided_by, decided_at) VALUES ($1, $2, $3, $4)', [
    ...[id, outcome, decidedBy, decidedAt],
  ]);
