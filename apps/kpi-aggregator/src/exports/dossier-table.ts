import type { DossierLine, DossierLinePage, ReportLanguage } from '@motcua/contracts';
import type { Row, Table } from '@motcua/tables';
import type { NameDirectory } from '../board/names/name-directory.ts';
import type { ListedPart } from '../board/dossiers/read-dossier-page.ts';
import type { DossierExportParameters } from '../http/queries.ts';
import { toOrganisationRows } from './organisation-rows.ts';
import { toRowName } from './row-name.ts';
import { showDate, showMoment } from './moments.ts';
import { exportWords, toWord } from './words.ts';

export interface DossierTableInput {
  readonly part: ListedPart;
  readonly query: DossierExportParameters;
  /** The first page, which says how many there are and of which moment. */
  readonly first: DossierLinePage;
  readonly pages: AsyncIterable<DossierLinePage>;
  readonly writtenAt: string;
  /** Up to when what was recorded has been read, in words. */
  readonly readUpTo: string;
}

/** The whole list behind a figure, with what it is of above it; the columns are those of the page that shows it. */
export function toDossierTable(
  { part, query, first, pages, writtenAt, readUpTo }: DossierTableInput,
  names: NameDirectory,
): Table {
  const { lang } = query;
  const words = exportWords[lang];
  const { indicator } = part;
  const name = toWord(indicator.name, indicator.id, lang);
  const only =
    query.by === undefined || query.key === undefined ? [] : [[words.row, toRowName(query.by, query.key, names, lang)]];
  return {
    name,
    head: [
      [name],
      [words.unit, toWord(names.findName('unit', query.unit), query.unit, lang)],
      [words.period, `${showDate(query.from)} – ${showDate(query.to)}`],
      [words.asOf, showMoment(first.asOf)],
      ...toOrganisationRows(query.organisation, lang),
      [words.readUpTo, readUpTo],
      [words.rule, `${indicator.formula[lang]} (${indicator.id}, v${indicator.version})`],
      [words.source, indicator.source],
      [words.part, words.parts[part.name]],
      ...only,
      [words.total, first.total],
      [words.written, showMoment(writtenAt)],
    ],
    columns: words.columns,
    pages: toRows(pages, names, lang),
  };
}

async function* toRows(
  pages: AsyncIterable<DossierLinePage>,
  names: NameDirectory,
  language: ReportLanguage,
): AsyncGenerator<readonly Row[]> {
  for await (const { dossiers } of pages) yield dossiers.map((line) => toRow(line, names, language));
}

function toRow(line: DossierLine, names: NameDirectory, language: ReportLanguage): Row {
  const words = exportWords[language];
  const at = (moment: string | null): string | null => (moment === null ? null : showMoment(moment, line.timeZone));
  return [
    line.code,
    line.sourceCode,
    line.isLate ? words.late : words.onTime,
    toWord(names.findName('unit', line.unit), line.unit, language),
    toWord(names.findName('procedure', line.procedure), line.procedure, language),
    words.channels[line.channel] ?? line.channel,
    at(line.receivedAt),
    at(line.currentDue),
    at(line.endedAt),
  ];
}
