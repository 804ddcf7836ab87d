import type { ScheduledClock, SlaClock } from '@motcua/sla';
import type { Transaction } from '@motcua/kafka';
import { readClock } from '@motcua/postgres';
import { Injectable } from '@nestjs/common';
import { live, readClocks, reholdClocks, writeClocks, type ClockHold, type ClockWrite } from '../../clocks/clock.store.ts';
import { insertHistory, type ClockTransition } from '../../clocks/history.store.ts';
import { EscalationPolicyCache } from '../../clocks/escalation-policy-cache.ts';
import { insertEvents, type EventRow } from '../../outbox/sla-events.ts';
import { readEndedSessions } from '../../clocks/import-sessions/ended-sessions.ts';
import { ReferenceData } from '../../reference/reference-data.ts';
import { classify } from '../../overdue-causes/classify.ts';
import { toNextCause } from '../../overdue-causes/next-cause.ts';
import { toOverdueJudgedEvent } from '../../overdue-causes/to-overdue-judged-event.ts';
import { readCauses, writeCauses, type StoredCause } from '../../overdue-causes/cause.store.ts';
import { countRedated } from './calendar-summary.ts';
import type { ConsumedEvent } from '../../dossiers/dossier-event.ts';
import { readDossiers, writeDossiers } from '../../dossiers/dossier.store.ts';
import type { DossierRow } from '../../dossiers/dossier-row.ts';
import { RuleFinder } from './find-rules.ts';
import { foldDossier, type FoldedDossier, type Rules } from './fold-dossier.ts';
import { toRecoveredEvent } from './to-recovered-event.ts';

/** What a batch makes of a dossier. */
interface BatchState {
  row: DossierRow | undefined;
  clocks: ReadonlyMap<SlaClock, ScheduledClock>;
  rules: Rules | undefined;
  /** Clocks written at the end; of one that changed twice, the last. */
  readonly changed: Map<SlaClock, ScheduledClock>;
  readonly transitions: ClockTransition[];
  wasBreached: boolean;
  /** The session of its newest event before this batch; undefined: it was not known. */
  readonly sessionBefore: string | null | undefined;
}

/**
 * Follows the dossier log: a batch of events becomes clocks, what is said of them, and overdue causes, in one transaction. Its share of the
 * lock of `lockToFire` keeps everybody else away from these dossiers; other consumers have other partitions.
 */
@Injectable()
export class DossierProjection {
  readonly #rules: RuleFinder;

  constructor(
    private readonly data: ReferenceData,
    private readonly policies: EscalationPolicyCache,
  ) {
    this.#rules = new RuleFinder(data);
  }

  /** @param isHistory of what moved calendars nobody is told any more */
  async follow(
    transaction: Transaction,
    partition: number,
    batch: readonly ConsumedEvent[],
    { isHistory = false }: { readonly isHistory?: boolean } = {},
  ): Promise<void> {
    const ids = [...new Set(batch.map(({ snapshot }) => snapshot.dossierId))];
    const now = await readClock(transaction, 'sla');
    const states = await this.#readStates(transaction, ids);
    const events: EventRow[] = [];
    const applied: ConsumedEvent[] = [];
    for (const event of batch) {
      if (this.#apply(states, event, events)) applied.push(event);
    }
    const holdOf = await readHolds(transaction, partition, applied);
    const classified = this.#classify(states, { stored: await readCauses(transaction, ids), now, holdOf });
    await this.#write(transaction, partition, states, holdOf);
    await writeCauses(
      transaction,
      classified.map(({ overdueCause: result }) => result),
    );
    events.push(...classified.map(({ row, overdueCause: result }) => toOverdueJudgedEvent(row, result)));
    if (!isHistory) events.push(...(await countRedated(transaction, applied, now)));
    await insertEvents(transaction, events);
  }

  async #readStates(transaction: Transaction, ids: readonly string[]): Promise<Map<string, BatchState>> {
    const rows = await readDossiers(transaction, ids);
    const clocks = await readClocks(transaction, this.policies, ids);
    return new Map(
      ids.map((id) => {
        const own = clocks.get(id) ?? new Map<SlaClock, ScheduledClock>();
        const wasBreached = (own.get('dossier')?.breachedAt ?? null) !== null;
        const row = rows.get(id);
        const sessionBefore = row?.importSession;
        return [id, { row, clocks: own, rules: undefined, changed: new Map(), transitions: [], wasBreached, sessionBefore }];
      }),
    );
  }

  /** Answers whether the event was news. */
  #apply(states: ReadonlyMap<string, BatchState>, event: ConsumedEvent, events: EventRow[]): boolean {
    const { dossierId, dossierVersion } = event.snapshot;
    const batch = states.get(dossierId);
    if (batch === undefined || (batch.row?.version ?? 0) >= dossierVersion) return false;
    const rules = this.#rules.find(event.snapshot);
    const folded = foldDossier(batch, event, rules);
    take(batch, folded, rules);
    events.push(...folded.recoveries.map((recovered) => toRecoveredEvent(folded.row, recovered)));
    return true;
  }

  #classify(
    states: ReadonlyMap<string, BatchState>,
    { stored, now, holdOf }: { stored: ReadonlyMap<string, StoredCause>; now: number; holdOf: HoldOf },
  ) {
    return [...states.values()].flatMap(({ row, rules, wasBreached }) => {
      if (row === undefined || rules === undefined) return [];
      // It is classified when its import session has ended: until then it may still turn out otherwise.
      if (holdOf(row).kind === 'held') return [];
      const before = stored.get(row.dossierId);
      // An open dossier gets its first overdue cause when its breach fires, and not while a backlog is still being read.
      if (row.endedAt === null && before === undefined) return [];
      const wasShown = wasBreached || (before?.cause ?? null) !== null;
      const result = toNextCause(row, before, classify(this.data, { row, now, wasShown }), now);
      return result === undefined ? [] : [{ row, overdueCause: result }];
    });
  }

  async #write(
    transaction: Transaction,
    partition: number,
    states: ReadonlyMap<string, BatchState>,
    holdOf: HoldOf,
  ): Promise<void> {
    const changed = [...states.values()].filter((batch) => batch.rules !== undefined);
    await writeDossiers(
      transaction,
      changed.flatMap(({ row }) => (row === undefined ? [] : [row])),
    );
    const writes = await Promise.all(changed.map((batch) => this.#toWrites(partition, batch, holdOf)));
    await writeClocks(transaction, writes.flat());
    await reholdClocks(transaction, changed.flatMap(toRehold(holdOf)));
    await insertHistory(
      transaction,
      changed.flatMap(({ row, transitions }) =>
        row === undefined ? [] : transitions.map((it) => ({ dossierId: row.dossierId, ...it })),
      ),
    );
  }

  async #toWrites(partition: number, { row, rules, changed }: BatchState, holdOf: HoldOf): Promise<ClockWrite[]> {
    const writes: ClockWrite[] = [];
    for (const clock of changed.values()) {
      const rule = rules?.clocks.find((it) => it.clock === clock.clock) ?? { clock: clock.clock, rungs: [] };
      const id = await this.policies.keep(rule);
      if (row === undefined) continue;
      const { dossierId, responsibleUnit } = row;
      const policy = { id, ...(await this.policies.get(id)) };
      writes.push({ dossierId, clock, ladder: policy, responsibleUnit, partition, hold: holdOf(row) });
    }
    return writes;
  }
}

type HoldOf = (row: DossierRow) => ClockHold;

/** How the clocks of each dossier are held after these events: by the session of its newest one. */
async function readHolds(transaction: Transaction, partition: number, events: readonly ConsumedEvent[]): Promise<HoldOf> {
  const sessions = new Set(events.flatMap(({ importSession }) => (importSession === null ? [] : [importSession])));
  const ended = await readEndedSessions(transaction, partition, [...sessions]);
  return ({ importSession }) => {
    if (importSession === null) return live;
    return ended.has(importSession) ? { kind: 'over' } : { kind: 'held', session: importSession };
  };
}

/** Of a dossier that came otherwise before, clocks that did not change must wait otherwise too. */
const toRehold =
  (holdOf: HoldOf) =>
  ({ row, sessionBefore }: BatchState) =>
    row === undefined || sessionBefore === undefined || sessionBefore === row.importSession
      ? []
      : [{ dossierId: row.dossierId, hold: holdOf(row) }];

function take(batch: BatchState, folded: FoldedDossier, rules: Rules): void {
  batch.row = folded.row;
  batch.clocks = folded.clocks;
  batch.rules = rules;
  batch.transitions.push(...folded.transitions);
  for (const clock of folded.changed) batch.changed.set(clock.clock, clock);
}
