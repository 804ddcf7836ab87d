import type { CashUp, FeeTaking, ReportLanguage } from '@motcua/contracts';
import { showDate, showMoment, type Row, type Table } from '@motcua/tables';
import { feeWords } from './fee-words.ts';

export interface FeeTableInput {
  readonly cashUp: CashUp;
  readonly pages: AsyncIterable<readonly FeeTaking[]>;
  readonly language: ReportLanguage;
  readonly nameOf: (kind: 'units' | 'procedures', code: string) => string;
}

/** The list of what was taken, with its sums above it. */
export function toFeeTable({ cashUp, pages, language, nameOf }: FeeTableInput): Table {
  const words = feeWords[language];
  const { unit, from, to, asOf, total, cancelled } = cashUp;
  return {
    name: words.title,
    head: [
      [words.title],
      [words.unit, nameOf('units', unit)],
      [words.period, from === to ? showDate(from) : `${showDate(from)} – ${showDate(to)}`],
      [words.asOf, showMoment(asOf)],
      [words.number, total.number],
      [words.total, total.amount],
      ...(cancelled.number === 0 ? [] : [[words.cancelled, cancelled.number, cancelled.amount]]),
    ],
    columns: words.columns,
    pages: toRows(pages, language, nameOf),
  };
}

async function* toRows(
  pages: FeeTableInput['pages'],
  language: ReportLanguage,
  nameOf: FeeTableInput['nameOf'],
): AsyncGenerator<readonly Row[]> {
  const words = feeWords[language];
  for await (const takings of pages)
    yield takings.map((one) => [
      one.code ?? one.dossierId,
      nameOf('procedures', one.procedure),
      nameOf('units', one.unit),
      one.officer,
      showMoment(one.takenAt),
      showMoment(one.recordedAt),
      words.ways[one.way],
      one.amount,
      one.receiptNumber,
      one.isCancelled ? words.yes : null,
    ]);
}
