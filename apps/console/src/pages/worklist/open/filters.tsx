import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProcedureName } from '../../../dossier/use-names.ts';
import { Choice } from '../../../ui/choice.tsx';
import type { WorklistSearch } from '../worklist-search.ts';
import type { WorkItem } from './to-work-items.ts';

const route = getRouteApi('/worklist');
const ALL = 'all';

/** Whose, of which procedure, in which status: all of it stands in the address. */
export function Filters({ items, search }: { readonly items: readonly WorkItem[]; readonly search: WorklistSearch }) {
  const { t } = useTranslation('worklist');
  const { t: ofDossier } = useTranslation('dossier');
  const procedureName = useProcedureName();
  const navigate = route.useNavigate();
  const procedures = listDistinct([...items.map(({ dossier }) => dossier.procedure), ...known(search.procedure)]);
  const statuses = listDistinct([...items.map(({ dossier }) => dossier.status), ...known(search.status)]);
  return (
    <div className="work-filters">
      <Choice
        label={t('whose')}
        hidesLabel
        options={[
          { value: ALL, label: t('ofUnit') },
          { value: 'mine', label: t('mine') },
        ]}
        value={search.mine === true ? 'mine' : ALL}
        onChange={(value) =>
          void navigate({ search: ({ mine: _mine, ...rest }) => ({ ...rest, ...(value === 'mine' ? { mine: true } : {}) }) })
        }
      />
      <Choice
        label={t('procedure')}
        hidesLabel
        options={[
          { value: ALL, label: t('allProcedures') },
          ...procedures
            .map((code) => ({ value: code, label: procedureName(code) }))
            .sort((one, other) => one.label.localeCompare(other.label, 'vi')),
        ]}
        value={search.procedure ?? ALL}
        onChange={(value) =>
          void navigate({
            search: ({ procedure: _procedure, ...rest }) => ({ ...rest, ...(value === ALL ? {} : { procedure: value }) }),
          })
        }
      />
      <Choice
        label={t('status')}
        hidesLabel
        options={[
          { value: ALL, label: t('allStatuses') },
          ...statuses
            .sort((one, other) => one - other)
            .map((code) => ({
              value: String(code),
              label: ofDossier(`statuses.${code as 1}`),
            })),
        ]}
        value={search.status === undefined ? ALL : String(search.status)}
        onChange={(value) =>
          void navigate({
            search: ({ status: _status, ...rest }) => ({ ...rest, ...(value === ALL ? {} : { status: Number(value) }) }),
          })
        }
      />
    </div>
  );
}

const known = <Value,>(value: Value | undefined): Value[] => (value === undefined ? [] : [value]);
const listDistinct = <Value,>(values: readonly Value[]): Value[] => [...new Set(values)];
