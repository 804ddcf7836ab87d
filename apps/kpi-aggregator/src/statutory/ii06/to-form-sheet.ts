import type { Ii06Report, LocalizedName, ReportLanguage } from '@motcua/contracts';
import type { FormCell, FormSheet } from '@motcua/tables';
import { showDate } from '../../exports/moments.ts';
import { toWord } from '../../exports/words.ts';
import { formWords } from '../form/form-words.ts';
import { cell, over, toFormHead, toMoments, toSignatures } from '../form/sheet-parts.ts';

type SheetRow = (FormCell | null)[];
type Column = Ii06Report['columns'][number];

/** The report as the circular lays it out: three lines of headings, the numbers of the columns, the total, the lines to sign on. */
export function toFormSheet(report: Ii06Report, language: ReportLanguage, writtenAt: string): FormSheet {
  const words = formWords[language];
  const columns = 2 + report.columns.length;
  const name = (of: LocalizedName): string => toWord(of, of.vi, language);
  const heading = {
    mark: `${words.form} ${report.number}`,
    title: name(report.title),
    reporting: name(report.unitName),
    period: words.period(showDate(report.period.from), showDate(report.period.to)),
    unitOfCount: words.dossiers,
    language,
  };
  const moved = report.columns.some(({ number }) => number === '6a');
  return {
    name: report.number,
    widths: [9, 34, ...report.columns.map(() => 12)],
    landscape: true,
    rows: [
      ...toFormHead(heading, columns),
      ...toHeadings(report.columns, name(report.rowTitle), language),
      [...['1', '2'], ...report.columns.map(({ number }) => number)].map((number) => cell(`(${number})`, 'number')),
      ...report.lines.map((line, index): SheetRow => [
        cell(index + 1, 'figure'),
        cell(name(line.name), 'text'),
        ...line.cells.map(({ value }) => cell(value, 'figure')),
      ]),
      [
        cell('', 'total-text'),
        cell(words.total.toLocaleUpperCase('vi'), 'total-text'),
        ...report.total.map(({ value }) => cell(value, 'total-figure')),
      ],
      ...(moved ? [over(words.handedOver, 'italic', columns)] : []),
      ...toSignatures(language, columns),
      [],
      ...toMoments(report, language, writtenAt, columns),
    ],
  };
}

/** Total, carried over and handed over stand over two lines; what came in the period has its two ways below it. */
function toHeadings(columns: readonly Column[], rows: string, language: ReportLanguage): SheetRow[] {
  const words = formWords[language];
  const overThree = (value: string): FormCell => ({ value, look: 'heading', lines: 3 });
  const title = ({ title: of }: Column): string => toWord(of, of.vi, language);
  const isInPeriod = ({ number }: Column): boolean => number === '4' || number === '5';
  const groups = (['received', 'finished', 'open'] as const).flatMap((group) =>
    over(words.groups[group], 'heading', columns.filter((column) => column.group === group).length),
  );
  const second = columns.flatMap((column): SheetRow => {
    if (column.number === '4') return [{ value: words.inPeriod, look: 'heading', columns: 2 }];
    return column.number === '5' ? [null] : [{ value: title(column), look: 'heading', lines: 2 }];
  });
  const third = columns.map((column) => (isInPeriod(column) ? cell(title(column), 'heading') : null));
  return [
    [overThree(words.no), overThree(rows), ...groups],
    [null, null, ...second],
    [null, null, ...third],
  ];
}
