import { isDeepStrictEqual } from 'node:util';
import { requirePermission } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import type { FigureReport, FigureReportAnswer, FigureReportRequest } from '@motcua/contracts';
import { findPathUpTo } from '@motcua/organisation';
import { inTransaction, toTransaction, type Transaction } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { readOrganisation } from '../entries/read-organisation.ts';
import {
  findReport,
  insertAnswer,
  insertReport,
  listReports,
  listReportsOf,
  type ReportsPage,
  type ReportState,
} from './figure-report.store.ts';
import { reportAnswered, reportIdTaken, reportUnknown, unitUnknown } from './problems.ts';

/** Figures that somebody takes for wrong, until somebody has said what became of it. */
@Injectable()
export class FigureReportsService {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /** The same report again is the one that is there. */
  put(actor: Actor, id: string, request: FigureReportRequest): Promise<{ report: FigureReport; isNew: boolean }> {
    return inTransaction(this.pool, async (transaction) => {
      requirePermission(actor, 'figures.dispute', await findPath(transaction, request.about.unit));
      const isNew = await insertReport(transaction, id, request, actor);
      const report = await findReport(transaction, id);
      if (report === undefined) throw reportUnknown(id);
      const { about, words } = report;
      if (report.by !== actor.sub || !isDeepStrictEqual({ about, words }, request)) throw reportIdTaken(id);
      return { report, isNew };
    });
  }

  list(state: ReportState, before: string | undefined, limit: number): Promise<ReportsPage> {
    return listReports(toTransaction(this.pool), state, before, limit);
  }

  listOwn({ sub }: Actor, limit: number): Promise<FigureReport[]> {
    return listReportsOf(toTransaction(this.pool), sub, limit);
  }

  answer(actor: Actor, id: string, answer: FigureReportAnswer): Promise<FigureReport> {
    return inTransaction(this.pool, async (transaction) => {
      const isFirst = await insertAnswer(transaction, id, answer, actor);
      const report = await findReport(transaction, id);
      if (report === undefined) throw reportUnknown(id);
      if (!isFirst) throw reportAnswered(id);
      return report;
    });
  }
}

/** From the root to the unit, as it lies today or last lay. @throws ProblemError 404 `unit.unknown` */
async function findPath(transaction: Transaction, unit: string): Promise<readonly string[]> {
  const organisation = await readOrganisation(transaction);
  const path = findPathUpTo(organisation, unit, organisation.toDate(Date.now()));
  if (path.length === 0) throw unitUnknown(unit);
  return path;
}
