import type { Board, Figure } from '@motcua/contracts';
import { indicators, type Indicator } from '@motcua/indicators';
import type { Cell, Row, Table } from '@motcua/tables';
import type { NameDirectory } from '../board/names/name-directory.ts';
import type { BoardExportParameters } from '../http/queries.ts';
import { toKnownRow } from './known-row.ts';
import { toOrganisationRows } from './organisation-rows.ts';
import { toRowName } from './row-name.ts';
import { showDate, showMoment } from './moments.ts';
import { exportWords, toWord } from './words.ts';

/** What the ranking shows, and beside its rate the others, so that none of them goes out alone. */
const shown = [
  'on-time.closed',
  'on-time.766',
  'on-time.ii06a',
  'open',
  'open.overdue',
  'online.filed',
  'digitized.dossiers',
  'received',
  'finished',
];

/** Percent with one decimal, of whole numbers. */
const toPercent = (numerator: number, denominator: number): number =>
  Math.floor((2000 * numerator + denominator) / (2 * denominator)) / 10;

/** The rows of a board, each rate with its parts; where nothing is counted the cell is empty, and not 100 %. */
export function toBoardTable(board: Board, { lang, by }: BoardExportParameters, names: NameDirectory, writtenAt: string): Table {
  const words = exportWords[lang];
  const listed = indicators.filter(({ id }) => shown.includes(id));
  const nameOf = (indicator: Indicator): string => toWord(indicator.name, indicator.id, lang);
  const columnsOf = (indicator: Indicator): string[] => {
    const name = nameOf(indicator);
    return indicator.kind === 'count' ? [name] : [`${name} (%)`, `${name}: ${words.numerator}`, `${name}: ${words.denominator}`];
  };
  const rows = board.rows.map(({ key, indicators: figures }): Row => [
    toRowName(by, key, names, lang),
    key,
    ...listed.flatMap((indicator) => toCells(indicator, figures[indicator.id])),
  ]);
  return {
    name: words.board,
    head: [
      [words.board],
      [words.unit, toWord(names.findName('unit', board.unit), board.unit, lang)],
      [words.period, `${showDate(board.period.from)} – ${showDate(board.period.to)}`],
      [words.asOf, showMoment(board.asOf)],
      ...toOrganisationRows(board.organisation, lang),
      toKnownRow(board, lang),
      ...listed.map((indicator): Row => [
        words.rule,
        nameOf(indicator),
        `${indicator.formula[lang]} (${indicator.id}, v${indicator.version})`,
        indicator.source,
      ]),
      [words.written, showMoment(writtenAt)],
    ],
    columns: [words.groupings[by], words.code, ...listed.flatMap(columnsOf)],
    pages: inOnePage(rows),
  };
}

function toCells({ kind }: Indicator, figure: Figure | undefined): Cell[] {
  if (kind === 'count') return [figure?.value ?? null];
  const { numerator = null, denominator = null } = figure ?? {};
  const percent = numerator === null || denominator === null || denominator === 0 ? null : toPercent(numerator, denominator);
  return [percent, numerator, denominator];
}

async function* inOnePage(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield await Promise.resolve(rows);
}
