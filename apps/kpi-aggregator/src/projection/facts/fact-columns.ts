import type { ResponsibilityInterval } from '@motcua/indicators';
import { toBinaryFlags, toBinaryNumbers, toBinaryUuids } from '@motcua/postgres';
import { toTextArray } from '../array-literal.ts';
import type { FactRow } from './fact-row.ts';
import { toMovesJson } from './moves.ts';

/** One row to be written: a responsibility interval of a dossier, at a place. */
export interface FactColumns {
  readonly fact: FactRow;
  readonly interval: ResponsibilityInterval;
  readonly index: number;
  readonly placement: number;
}

interface Column {
  readonly type: string;
  readonly toArray: (rows: readonly FactColumns[]) => string | Buffer;
}

const numbers = (type: 'smallint' | 'integer' | 'bigint', of: (row: FactColumns) => number | null): Column => ({
  type,
  toArray: (rows) => toBinaryNumbers(type, rows.map(of)),
});
const flags = (of: (row: FactColumns) => boolean): Column => ({
  type: 'boolean',
  toArray: (rows) => toBinaryFlags(rows.map(of)),
});
const texts = (of: (row: FactColumns) => string | null): Column => ({
  type: 'text',
  toArray: (rows) => toTextArray(rows.map(of)),
});

/**
 * The columns of a fact that the dossier stream writes, and where each comes from; the order is that of the statement. The overdue cause is
 * among them because a move takes it to another responsibility interval; the documents are the same on all of them and stay as they are.
 */
export const factColumns = {
  dossier_id: { type: 'uuid', toArray: (rows) => toBinaryUuids(rows.map(({ fact }) => fact.dossierId)) },
  version: numbers('integer', ({ fact }) => fact.version),
  span: numbers('smallint', ({ index }) => index),
  status: numbers('smallint', ({ fact }) => fact.shown.status),
  open_from: numbers('bigint', ({ interval }) => interval.openFrom),
  open_to: numbers('bigint', ({ interval }) => interval.openTo),
  breach_766: numbers('bigint', ({ interval }) => interval.breach766),
  breach_original: numbers('bigint', ({ interval }) => interval.breachOriginal),
  breach_current: numbers('bigint', ({ interval }) => interval.breachCurrent),
  breach_date: numbers('bigint', ({ interval }) => interval.breachDate),
  received_at: numbers('bigint', ({ fact }) => fact.receivedAt),
  ended_at: numbers('bigint', ({ fact }) => fact.endedAt),
  original_due: numbers('bigint', ({ fact }) => fact.shown.originalDue),
  current_due: numbers('bigint', ({ fact }) => fact.currentDue),
  due_766: numbers('bigint', ({ fact }) => fact.shown.due766),
  place: numbers('integer', ({ placement }) => placement),
  is_last: flags(({ interval }) => interval.isLast),
  no_due: flags(({ interval }) => interval.noDue),
  late_766: flags(({ interval }) => interval.late766),
  late_original: flags(({ interval }) => interval.lateOriginal),
  late_current: flags(({ interval }) => interval.lateCurrent),
  day_verdict: texts(({ interval }) => interval.dayComparison),
  judgement: numbers('integer', ({ fact }) => fact.judgement),
  cause: texts(({ interval }) => interval.cause),
  judged_at: numbers('bigint', ({ interval }) => interval.judgedAt),
  procedure: texts(({ interval }) => interval.procedure),
  field: texts(({ interval }) => interval.field),
  channel: texts(({ interval }) => interval.channel),
  service_level: texts(({ interval }) => interval.serviceLevel),
  code: texts(({ fact }) => fact.shown.code),
  source_code: texts(({ fact }) => fact.shown.sourceCode),
  officer: texts(({ fact }) => fact.shown.officer),
  moves: { ...texts(({ fact, index }) => (index === 0 ? toMovesJson(fact.history) : null)), type: 'jsonb' },
} as const satisfies Record<string, Column>;
