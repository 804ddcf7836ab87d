import type { Ii06Report } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { FigureLink } from '../board/figure-link.tsx';

export interface Ii06CellsProps {
  /** What the line is called. */
  readonly row: string;
  readonly columns: Ii06Report['columns'];
  readonly cells: Ii06Report['total'];
  readonly asOf: string;
}

/** The figures of a line, each with the dossiers behind it; nought has none. */
export function Ii06Cells({ row, columns, cells, asOf }: Ii06CellsProps) {
  const { t } = useTranslation('statutory');
  const format = useFormat();
  return cells.map(({ value, list: { indicator, part, by, key } }, index) => {
    const column = columns[index];
    if (column === undefined) return null;
    const shown = format.count(value);
    const title = `${t(`groups.${column.group}`)}, ${format.name(column.title)}`;
    return (
      <td key={column.number} className="ii06-figure">
        {value === 0 ? (
          shown
        ) : (
          <FigureLink
            {...{ indicator, part, asOf }}
            by={by ?? undefined}
            rowKey={key ?? undefined}
            label={t('open', { row, column: title, value: shown })}
          >
            {shown}
          </FigureLink>
        )}
      </td>
    );
  });
}
