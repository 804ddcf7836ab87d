import Table from 'cli-table3';
import pc from 'picocolors';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

const NO_BORDERS = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
  ].map((part) => [part, '']),
);

/** Aligned columns without frames, one line a row; cells may hold colours. */
export function toTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const table = new Table({
    head: columns.map(({ title }) => pc.dim(title)),
    colAligns: columns.map(({ align = 'left' }) => align),
    chars: { ...NO_BORDERS, 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}
