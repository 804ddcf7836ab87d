import type { LocalizedName, ReportLanguage, ScoreReport } from '@motcua/contracts';
import type { FormCell, FormSheet } from '@motcua/tables';
import { showDate } from '../../exports/moments.ts';
import { toWord } from '../../exports/words.ts';
import { formWords } from '../form/form-words.ts';
import { cell, over, toFormHead, toMoments, toSignatures } from '../form/sheet-parts.ts';
import { scoreWords } from './score-words.ts';

type SheetRow = (FormCell | null)[];
type Criterion = ScoreReport['groups'][number]['criteria'][number];

const COLUMNS = 8;

/** The score as a form: a line a criterion, what is not known said in words, the sum of what is. */
export function toScoreSheet(report: ScoreReport, language: ReportLanguage, writtenAt: string): FormSheet {
  const words = scoreWords[language];
  const name = (of: LocalizedName): string => toWord(of, of.vi, language);
  const heading = {
    mark: `${formWords[language].source}: ${report.source}`,
    title: name(report.name),
    reporting: name(report.unitName),
    period: formWords[language].period(showDate(report.period.from), showDate(report.period.to)),
    unitOfCount: words.versionOf(report.version, showDate(report.validFrom)),
    language,
  };
  const toLine = (one: Criterion): SheetRow => [
    cell(one.id, 'text'),
    cell(`${name(one.name)}${one.isCertain ? '' : ' (*)'}`, 'text'),
    cell(name(one.rule), 'text'),
    cell(one.numerator, 'figure'),
    cell(one.denominator, 'figure'),
    cell(one.max, 'points'),
    one.points === null ? cell(words.missing[one.missing ?? 'source-absent'], 'text') : cell(one.points, 'points'),
    cell(one.gain, 'points'),
  ];
  const next = report.groups.flatMap(({ criteria }) => criteria).find(({ id }) => id === report.next);
  return {
    name: report.set,
    widths: [9, 44, 36, 12, 12, 12, 16, 12],
    landscape: true,
    rows: [
      ...toFormHead(heading, COLUMNS),
      words.columns.map((title) => cell(title, 'heading')),
      ...report.groups.flatMap(({ id, name: group, criteria }): SheetRow[] => [
        [cell(id, 'total-text'), ...over(name(group), 'total-text', COLUMNS - 1)],
        ...criteria.map(toLine),
      ]),
      [
        ...over(words.total(report.knownMax, report.max), 'total-text', 5),
        cell(report.knownMax, 'total-points'),
        cell(report.points, 'total-points'),
        cell(null, 'total-points'),
      ],
      ...(report.grade === null ? [] : [over(`${words.grade}: ${name(report.grade)}`, 'bold', COLUMNS)]),
      ...(next === undefined ? [] : [over(words.next(name(next.name), next.gain ?? 0, next.moreToFull ?? 0), 'italic', COLUMNS)]),
      over(words.believed, 'italic', COLUMNS),
      ...toSignatures(language, COLUMNS),
      [],
      ...toMoments(report, language, writtenAt, COLUMNS),
    ],
  };
}
