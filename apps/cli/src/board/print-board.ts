import type { Board, IndicatorView } from '@motcua/contracts/kpi';
import pc from 'picocolors';
import { type Column, toTable } from '@motcua/terminal';
import { formatFigure, formatParts } from './format-figure.ts';

type Row = Board['rows'][number];
const MISSING = '–';

/** The board as lines for a terminal: one row as a list of named figures, several rows as tables that fit `width`. */
export function toBoardLines(board: Board, indicators: readonly IndicatorView[], width: number): string[] {
  const [only] = board.rows;
  const body = board.by === null && only !== undefined ? toList(only, indicators) : toTables(board.rows, indicators, width);
  return [...toHeading(board), '', ...body];
}

function toHeading({ unit, period, by, asOf, parked, freshness, basis, rows }: Board): string[] {
  const name = by === null ? rows[0]?.name?.vi : undefined;
  return [
    `${pc.bold(name === undefined ? unit : `${name} (${unit})`)} · ${period.from} → ${period.to}${by === null ? '' : ` · theo / by ${by}`}`,
    pc.dim(`tính đến / as of ${asOf} · chờ cập nhật / to be projected: ${freshness.lag}`),
    ...(basis === undefined ? [] : [toBasis(basis)]),
    ...(parked === 0 ? [] : [pc.yellow(`${parked} sự kiện bị gác lại / events parked: motcua dlq list`)]),
  ];
}

const toBasis = ({ kind, knownAt }: NonNullable<Board['basis']>): string =>
  kind === 'frozen'
    ? pc.cyan(`như đã báo cáo khi chốt / as reported, recorded by ${knownAt}`)
    : pc.cyan(`tính lại theo dữ liệu ghi nhận đến / recomputed from what had been recorded by ${knownAt}`);

function toList({ indicators }: Row, views: readonly IndicatorView[]): string[] {
  const columns: Column[] = [
    { title: 'ID' },
    { title: 'SỐ LIỆU / FIGURE', align: 'right' },
    { title: 'TỬ / MẪU · PARTS', align: 'right' },
    { title: 'CHỈ TIÊU' },
    { title: 'INDICATOR' },
  ];
  const rows = views.flatMap(({ id, name }) => {
    const figure = indicators[id];
    return figure === undefined ? [] : [[id, pc.bold(formatFigure(figure)), formatParts(figure), name.vi, pc.dim(name.en ?? '')]];
  });
  return toTable(columns, rows).split('\n');
}

/** Rates first, then counts; as many columns a table as the terminal is wide. */
function toTables(rows: readonly Row[], views: readonly IndicatorView[], width: number): string[] {
  if (rows.length === 0) return ['chưa có số liệu / no data'];
  const keyWidth = Math.max(3, ...rows.map(({ key, name }) => toRowTitle({ key, name }).length));
  const groups = (['rate', 'count'] as const).flatMap((kind) =>
    splitToFit(
      views.filter((view) => view.kind === kind),
      width - keyWidth,
    ),
  );
  return groups.flatMap((group) => [...toGroupTable(rows, group), '']).concat(toLegend(views));
}

function toGroupTable(rows: readonly Row[], views: readonly IndicatorView[]): string[] {
  const columns: Column[] = [{ title: '' }, ...views.map(({ id }): Column => ({ title: id, align: 'right' }))];
  const lines = rows.map((row) => [
    toRowTitle(row),
    ...views.map(({ id }) => {
      const figure = row.indicators[id];
      return figure === undefined ? MISSING : formatFigure(figure, MISSING);
    }),
  ]);
  return toTable(columns, lines).split('\n');
}

const toRowTitle = ({ key, name }: { key: string; name?: Row['name'] | undefined }): string => {
  if (key === '') return '(chưa rõ / not known)';
  return name === undefined || name.vi === key ? key : `${name.vi} (${key})`;
};

function splitToFit(views: readonly IndicatorView[], width: number): IndicatorView[][] {
  const groups: IndicatorView[][] = [];
  let left = 0;
  for (const view of views) {
    const needed = Math.max(view.id.length, 9) + 2;
    const last = groups.at(-1);
    if (last === undefined || left < needed) {
      groups.push([view]);
      left = width - needed;
    } else {
      last.push(view);
      left -= needed;
    }
  }
  return groups;
}

function toLegend(views: readonly IndicatorView[]): string[] {
  const rows = views.map(({ id, name }) => [id, name.vi, pc.dim(name.en ?? '')]);
  return [
    ...toTable([{ title: 'ID' }, { title: 'CHỈ TIÊU' }, { title: 'INDICATOR' }], rows).split('\n'),
    `${MISSING} chưa có số liệu / no data`,
  ];
}
