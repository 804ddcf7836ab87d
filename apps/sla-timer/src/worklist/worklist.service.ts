import type { Actor } from '@motcua/auth';
import { SlaClock, type ClockPage, type DossierClocks, type LikelyCompletedOfflinePage } from '@motcua/contracts';
import { CursorInstantOrLast, encodeCursor, parseCursor } from '@motcua/http';
import { inTransaction, type Transaction, readClock } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { z } from 'zod';
import { toIso } from '../outbox/sla-events.ts';
import { dossierUnknown, unitOrHandling } from '../http/problems.ts';
import { requireDossier, requireUnit } from '../http/unit-access.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { readHistory, readLines } from './clock-history.query.ts';
import { toClockLine } from './clock-line.ts';
import { listClocks } from './list-clocks.query.ts';
import { listLikelyCompletedOffline } from './likely-completed-offline.query.ts';
import type { ClockParameters, LikelyCompletedOfflineParameters } from './worklist-parameters.ts';

const ClockPosition = z.strictObject({ due: CursorInstantOrLast, dossierId: z.uuid(), clock: SlaClock });
const LikelyCompletedOfflinePosition = z.strictObject({ officer: z.string(), due: CursorInstantOrLast, dossierId: z.uuid() });

/** Each answer is of one snapshot: its count is the count of its pages. */
const snapshot = { isolation: 'repeatable read', readOnly: true } as const;

/** The lists that staff work from. */
@Injectable()
export class Worklist {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly data: ReferenceData,
  ) {}

  listClocks(actor: Actor, query: ClockParameters): Promise<ClockPage> {
    const { unit, handling, officer, state, clock, cursor, limit } = query;
    const listed = unit ?? handling;
    if (listed === undefined) throw unitOrHandling();
    for (const wanted of [unit, handling]) if (wanted !== undefined) requireUnit(this.data, actor, 'clocks.read', wanted);
    const handlingUnits = handling === undefined ? undefined : this.data.listBelow(handling, Date.now());
    const after = cursor === undefined ? undefined : parseCursor(cursor, ClockPosition);
    return this.#at(query.asOf, async (transaction, asOf) => {
      const filter = { unit: unit === undefined ? undefined : this.#toScope(unit), handlingUnits, officer, state, clock, asOf };
      const { count, rows, next } = await listClocks(transaction, filter, { after, limit });
      const clocks = rows.map((row) => toClockLine(row, this.data, asOf));
      return { unit: listed, asOf: toIso(asOf), count, clocks, next: next === null ? null : encodeCursor(next) };
    });
  }

  getClocks(actor: Actor, dossierId: string): Promise<DossierClocks> {
    return this.#at(undefined, async (transaction, asOf) => {
      requireDossier(this.data, actor, 'clocks.read', await getPlace(transaction, dossierId));
      const history = await readHistory(transaction, dossierId);
      const clocks = (await readLines(transaction, dossierId, asOf)).map((row) => ({
        ...toClockLine(row, this.data, asOf),
        history: [...(history.get(row.clock) ?? [])],
      }));
      return { dossierId, asOf: toIso(asOf), clocks };
    });
  }

  listLikelyCompletedOffline(
    actor: Actor,
    { unit, officer, asOf: wanted, cursor, limit }: LikelyCompletedOfflineParameters,
  ): Promise<LikelyCompletedOfflinePage> {
    requireUnit(this.data, actor, 'clocks.read', unit);
    const after = cursor === undefined ? undefined : parseCursor(cursor, LikelyCompletedOfflinePosition);
    return this.#at(wanted, async (transaction, asOf) => {
      const scope = { unit: this.#toScope(unit), handlingUnits: undefined, officer, asOf };
      const { count, dossiers, next } = await listLikelyCompletedOffline(transaction, scope, { after, limit });
      return { unit, asOf: toIso(asOf), count, dossiers, next: next === null ? null : encodeCursor(next) };
    });
  }

  #toScope(code: string): { code: string; subtree: readonly string[] } {
    return { code, subtree: this.data.listSubtree(code) };
  }

  /** Never beyond the timer's now: what will be is not known. */
  #at<Result>(wanted: string | undefined, work: (transaction: Transaction, asOf: number) => Promise<Result>): Promise<Result> {
    return inTransaction(
      this.pool,
      async (transaction) => {
        const now = await readClock(transaction, 'sla');
        return work(transaction, wanted === undefined ? now : Math.min(Date.parse(wanted), now));
      },
      snapshot,
    );
  }
}

/** @throws ProblemError 404 `dossier.unknown` */
export async function getPlace(
  transaction: Transaction,
  dossierId: string,
): Promise<{ readonly path: readonly string[]; readonly handlingUnit: string }> {
  const [row] = await transaction.query<{ path: string[]; handling_unit: string }>(
    'SELECT path, handling_unit FROM sla.dossier WHERE dossier_id = $1',
    [dossierId],
  );
  if (row === undefined) throw dossierUnknown();
  return { path: row.path, handlingUnit: row.handling_unit };
}
