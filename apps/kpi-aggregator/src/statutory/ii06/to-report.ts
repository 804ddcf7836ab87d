import type { Board, Ii06Report, LocalizedName, StatutoryList } from '@motcua/contracts';
import { ii06FormsById, type Ii06, type Ii06Column, type Ii06FormId } from '@motcua/report';

/** What the table is of. */
export interface Ii06Subject extends Pick<Board, 'unit' | 'period' | 'asOf' | 'parked' | 'freshness'> {
  readonly form: Ii06FormId;
}

/** The table as it is answered: every cell with the list behind it. */
export function toIi06Report(subject: Ii06Subject, table: Ii06, nameOf: (key: string | null) => LocalizedName): Ii06Report {
  const { number, title, rows } = ii06FormsById[subject.form];
  const toCells = (key: string | null, cells: readonly number[]): Ii06Report['total'] =>
    table.columns.map((column, index) => ({ value: cells[index] ?? 0, list: toList(subject, column, key) }));
  return {
    ...subject,
    number,
    title: { ...title },
    rowTitle: { ...rows.title },
    unitName: nameOf(null),
    columns: table.columns.map(({ number: column, group, title: words }) => ({ number: column, group, title: { ...words } })),
    lines: table.lines.map(({ key, cells }) => ({ key, name: nameOf(key), cells: toCells(key, cells) })),
    total: toCells(null, table.total),
  };
}

function toList({ form, unit, period, asOf }: Ii06Subject, { opens }: Ii06Column, key: string | null): StatutoryList {
  const by = key === null ? null : ii06FormsById[form].rows.by;
  const asked = { unit, ...period, asOf };
  if ('handedOver' in opens) {
    const query = new URLSearchParams({ ...asked, form, direction: opens.handedOver, ...(key === null ? {} : { key }) });
    const href = `/v1/reports/handed-over?${query.toString()}`;
    return { href, indicator: `handed-over.${opens.handedOver}`, part: 'value', by, key };
  }
  const { indicator, part } = opens;
  const query = new URLSearchParams({ ...asked, part, ...(by === null || key === null ? {} : { by, key }) });
  return { href: `/v1/indicators/${indicator}/dossiers?${query.toString()}`, indicator, part, by, key };
}
