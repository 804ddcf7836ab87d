import type { DossierAction } from '@motcua/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../../dossier/actions/action-dialog.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, Failed, Loading } from '../../../ui/states.tsx';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { BulkDialog } from '../bulk/bulk-dialog.tsx';
import { ExportWork } from './export-work.tsx';
import { filterItems } from './filter-items.ts';
import { Filters } from './filters.tsx';
import type { WorkItem } from './to-work-items.ts';
import { useWorklist } from './use-worklist.ts';
import { WorkTable } from './work-table.tsx';

const route = getRouteApi('/worklist');

interface Asked {
  readonly action: DossierAction;
  readonly items: readonly WorkItem[];
}

/** Every open dossier of a unit, the most urgent first; one line each. */
export function OpenList({ unit }: { readonly unit: string }) {
  const { t } = useTranslation('worklist');
  const format = useFormat();
  const { person } = useSession();
  const search = route.useSearch();
  const { shown, changes = 0, error, retry, accept, own } = useWorklist(unit);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked>();
  if (shown === undefined) return error === null ? <Loading height={480} /> : <Failed error={error} onRetry={retry} />;
  const items = filterItems(shown, search, person.sub);
  const chosen = items.filter(({ dossier }) => selected.has(dossier.dossierId));
  const ask = (action: DossierAction, of: readonly WorkItem[]): void => {
    const possible = of.filter(({ dossier }) => dossier.actions.includes(action));
    if (possible.length > 0) setAsked({ action, items: possible });
  };
  const close = (): void => {
    setAsked(undefined);
  };
  return (
    <>
      <Filters items={shown} search={search} />
      {items.length > 0 && <ExportWork unit={unit} items={items} search={search} />}
      <div className="work-news" role="status">
        {changes > 0 && <Button onPress={accept}>{t('changes', { number: format.count(changes) })}</Button>}
        {error !== null && <span className="status-late">{t('stale')}</span>}
      </div>
      {chosen.length > 0 && (
        <BulkBar
          items={chosen}
          onAsk={(action) => {
            ask(action, chosen);
          }}
          onClear={() => {
            setSelected(new Set());
          }}
        />
      )}
      {items.length === 0 ? (
        <Empty>{t(shown.length === 0 ? 'empty' : 'emptyFilter')}</Empty>
      ) : (
        <WorkTable
          items={items}
          selected={selected}
          onSelect={setSelected}
          onAsk={(action, item) => {
            ask(action, chosen.length > 0 ? chosen : [item]);
          }}
        />
      )}
      {asked?.items.length === 1 && asked.items[0] !== undefined && (
        <ActionDialog
          action={asked.action}
          dossier={asked.items[0].dossier}
          onClose={close}
          onDone={() => {
            own(asked.items.map(({ dossier }) => dossier.dossierId));
          }}
        />
      )}
      {asked !== undefined && asked.items.length > 1 && (
        <BulkDialog action={asked.action} items={asked.items} onClose={close} onDone={own} />
      )}
    </>
  );
}
