import type { DossierAction } from '@motcua/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { toTableLines } from './to-table-lines.ts';
import type { WorkItem } from './to-work-items.ts';
import { useListKeys } from '../../../ui/use-list-keys.ts';
import { WorkRow } from './work-row.tsx';

const columns = ['dossier', 'applicant', 'step', 'time', 'next'] as const;
const ROW_PX = 58;

export interface WorkTableProps {
  readonly items: readonly WorkItem[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onAsk: (action: DossierAction, item: WorkItem) => void;
}

/** The lines, of which only those that are seen are in the page; `j k Enter x t p s g` work on the one that is marked. */
export function WorkTable({ items, selected, onSelect, onAsk }: WorkTableProps) {
  const { t } = useTranslation('worklist');
  const format = useFormat();
  const navigate = useNavigate();
  const lines = useMemo(() => toTableLines(items), [items]);
  const [margin, setMargin] = useState(0);
  const [marked, setMarked] = useState<string>();
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollMargin: margin,
    scrollPaddingStart: 80,
    scrollPaddingEnd: 80,
  });
  const place = lines.findIndex((line) => line.kind === 'item' && line.item.dossier.dossierId === marked);
  const markedLine = lines[place];
  const current = markedLine?.kind === 'item' ? markedLine.item : undefined;

  const move = (step: 1 | -1): void => {
    for (let next = place + step; next >= 0 && next < lines.length; next += step) {
      const line = lines[next];
      if (line?.kind !== 'item') continue;
      setMarked(line.item.dossier.dossierId);
      virtual.scrollToIndex(next);
      return;
    }
  };
  const toggle = (id: string): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  const asks = (action: DossierAction) => () => {
    if (current !== undefined) onAsk(action, current);
  };
  useListKeys({
    j: () => {
      move(1);
    },
    k: () => {
      move(-1);
    },
    x: () => {
      if (current !== undefined) toggle(current.dossier.dossierId);
    },
    ...(current === undefined
      ? {}
      : { Enter: () => void navigate({ to: '/dossiers/$id', params: { id: current.dossier.dossierId } }) }),
    t: asks('transfer'),
    p: asks('process'),
    s: asks('request-supplement'),
    g: asks('extend'),
  });

  return (
    <div role="table" aria-rowcount={items.length + 1} className="work-table" aria-label={t('title')}>
      <div role="row" className="work-row work-columns" aria-rowindex={1}>
        <span role="columnheader">
          <span className="only-read">{t('select')}</span>
        </span>
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {t(`columns.${column}`)}
          </span>
        ))}
      </div>
      <div
        ref={(list) => {
          if (list !== null) setMargin(list.offsetTop);
        }}
        role="rowgroup"
        className="work-rows"
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="presentation"
              className="work-place"
              style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
            >
              {line.kind === 'group' ? (
                <div role="row" className={`work-group work-group-${line.group}`}>
                  <div role="cell">
                    <h2>
                      {t(`groups.${line.group}`)} <span className="work-count">{format.count(line.count)}</span>
                    </h2>
                  </div>
                </div>
              ) : (
                <WorkRow
                  item={line.item}
                  index={line.index}
                  isMarked={line.item === current}
                  isSelected={selected.has(line.item.dossier.dossierId)}
                  onToggle={() => {
                    toggle(line.item.dossier.dossierId);
                  }}
                  onAsk={(action) => {
                    onAsk(action, line.item);
                  }}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
