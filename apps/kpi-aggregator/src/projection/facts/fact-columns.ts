import type { Span } from '@motcua/indicators';
import { toTextArray } from '../../database/array-literal.ts';
import { toBinaryFlags, toBinaryNumbers, toBinaryUuids } from '../../database/binary-array.ts';
import type { DossierFact } from './dossier-fact.ts';
import { toMovesJson } from './moves.ts';

/** One row to be written: a span of a dossier, at a place. */
export interface FactRow {
  readonly fact: DossierFact;
  readonly span: Span;
  readonly index: number;
  readonly place: number;
}

interface Column {
  readonly type: string;
  readonly toArray: (rows: readonly FactRow[]) => string | Buffer;
}

const numbers = (type: 'smallint' | 'integer' | 'bigint', of: (row: FactRow) => number | null): Column => ({
  type,
  toArray: (rows) => toBinaryNumbers(type, rows.map(of)),
});
const flags = (of: (row: FactRow) => boolean): Column => ({ type: 'boolean', toArray: (rows) => toBinaryFlags(rows.map(of)) });
const texts = (of: (row: FactRow) => string | null): Column => ({ type: 'text', toArray: (rows) => toTextArray(rows.map(of)) });

/**
 * The columns of a fact that the dossier stream writes, and where each comes from; the order is that of the statement. The verdict is
 * among them because a move takes it to another span; the documents are the same on all of them and stay as they are.
 */
export const factColumns = {
  dossier_id: { type: 'uuid', toArray: (rows) => toBinaryUuids(rows.map(({ fact }) => fact.dossierId)) },
  version: numbers('integer', ({ fact }) => fact.version),
  span: numbers('smallint', ({ index }) => index),
  status: numbers('smallint', ({ fact }) => fact.shown.status),
  open_from: numbers('bigint', ({ span }) => span.openFrom),
  open_to: numbers('bigint', ({ span }) => span.openTo),
  breach_766: numbers('bigint', ({ span }) => span.breach766),
  breach_original: numbers('bigint', ({ span }) => span.breachOriginal),
  breach_current: numbers('bigint', ({ span }) => span.breachCurrent),
  breach_date: numbers('bigint', ({ span }) => span.breachDate),
  received_at: numbers('bigint', ({ fact }) => fact.receivedAt),
  ended_at: numbers('bigint', ({ fact }) => fact.endedAt),
  original_due: numbers('bigint', ({ fact }) => fact.shown.originalDue),
  current_due: numbers('bigint', ({ fact }) => fact.currentDue),
  due_766: numbers('bigint', ({ fact }) => fact.shown.due766),
  place: numbers('integer', ({ place }) => place),
  is_last: flags(({ span }) => span.isLast),
  no_due: flags(({ span }) => span.noDue),
  late_766: flags(({ span }) => span.late766),
  late_original: flags(({ span }) => span.lateOriginal),
  late_current: flags(({ span }) => span.lateCurrent),
  day_verdict: texts(({ span }) => span.dayVerdict),
  judgement: numbers('integer', ({ fact }) => fact.judgement),
  cause: texts(({ span }) => span.cause),
  judged_at: numbers('bigint', ({ span }) => span.judgedAt),
  procedure: texts(({ span }) => span.procedure),
  field: texts(({ span }) => span.field),
  channel: texts(({ span }) => span.channel),
  service_level: texts(({ span }) => span.serviceLevel),
  code: texts(({ fact }) => fact.shown.code),
  source_code: texts(({ fact }) => fact.shown.sourceCode),
  officer: texts(({ fact }) => fact.shown.officer),
  moves: { ...texts(({ fact, index }) => (index === 0 ? toMovesJson(fact.history) : null)), type: 'jsonb' },
} as const satisfies Record<string, Column>;
