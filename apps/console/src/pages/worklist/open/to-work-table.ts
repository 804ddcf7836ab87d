import type { Row, Table } from '@motcua/tables';
import type { WorkItem } from './to-work-items.ts';

/** How what is in a line is said on screen. */
export interface WorkWords {
  readonly title: string;
  readonly unit: string;
  /** Of which moment the list is, and what it is cut by, a line each. */
  readonly about: readonly Row[];
  readonly columns: readonly string[];
  procedure(code: string): string;
  unitName(code: string): string;
  status(code: number): string;
  moment(at: string, timeZone: string): string;
  timeLeft(minutes: number | null): string;
}

/** The lines of a worklist as they stand on screen: applicants masked where they are masked there. */
export function toWorkTable(items: readonly WorkItem[], words: WorkWords): Table {
  const toRow = ({ dossier, clock }: WorkItem): Row => [
    dossier.code ?? dossier.sourceCode,
    words.procedure(dossier.procedure),
    dossier.applicantName ?? null,
    words.status(dossier.status),
    words.unitName(dossier.handlingUnit),
    dossier.officer,
    typeof clock?.due === 'string' ? words.moment(clock.due, dossier.timeZone) : null,
    words.timeLeft(clock?.remainingMinutes ?? null),
  ];
  return {
    name: words.title,
    head: [[words.title], [words.unit], ...words.about],
    columns: words.columns,
    pages: inOnePage(items.map(toRow)),
  };
}

async function* inOnePage(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield await Promise.resolve(rows);
}
