import type { DossierLine } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proceduresQuery } from '../../api/reference-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useScope } from '../../scope/use-scope.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { DossierRow } from './dossier-row.tsx';

const ROW_PX = 40;
const AHEAD = 60;
const columns = ['code', 'state', 'unit', 'procedure', 'channel', 'received', 'due', 'ended'] as const;

export interface DossierTableProps {
  readonly lines: readonly DossierLine[];
  /** How many there are in all, fetched or not. */
  readonly total: number;
  /** The last of the fetched is near. */
  readonly onEnd: () => void;
}

/** Only what is seen is in the page; the scroll bar has the length of all. */
export function DossierTable({ lines, total, onEnd }: DossierTableProps) {
  const { t } = useTranslation('list');
  const format = useFormat();
  const { units } = useScope();
  const { data: procedures = [] } = useQuery(proceduresQuery);
  const [margin, setMargin] = useState(0);
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => ROW_PX,
    overscan: 20,
    scrollMargin: margin,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= lines.length - AHEAD) onEnd();
  }, [last, lines.length, onEnd]);
  const unitNames = new Map(units.map(({ code, name }) => [code, format.name(name)]));
  const procedureNames = new Map(procedures.map(({ code, name }) => [code, format.name(name)]));
  return (
    <ScrollRegion label={t('total', { number: format.count(total) })}>
      <div
        role="table"
        aria-rowcount={total + 1}
        className="dossier-table"
        aria-label={t('total', { number: format.count(total) })}
      >
        <div role="row" className="dossier-row dossier-columns" aria-rowindex={1}>
          {columns.map((column) => (
            <span key={column} role="columnheader">
              {t(`columns.${column}`)}
            </span>
          ))}
        </div>
        <div
          ref={(rows) => {
            if (rows !== null) setMargin(rows.offsetTop);
          }}
          role="rowgroup"
          className="dossier-rows"
          style={{ height: virtual.getTotalSize() }}
        >
          {items.map(({ index, start }) => {
            const line = lines[index];
            return line === undefined ? null : (
              <DossierRow
                key={line.dossierId}
                line={line}
                index={index}
                top={start - margin}
                unit={unitNames.get(line.unit) ?? line.unit}
                procedure={procedureNames.get(line.procedure) ?? line.procedure}
              />
            );
          })}
        </div>
      </div>
    </ScrollRegion>
  );
}
