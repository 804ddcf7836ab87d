import type { TableFormat } from '@motcua/tables';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProcedureName, useUnitName } from '../../../dossier/use-names.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import type { WorklistSearch } from '../worklist-search.ts';
import type { WorkItem } from './to-work-items.ts';
import { toWorkTable } from './to-work-table.ts';
import '../../../ui/export-links.css';

export interface ExportWorkProps {
  readonly unit: string;
  readonly items: readonly WorkItem[];
  readonly search: WorklistSearch;
}

/** The list as it is filtered, as a file. It is put together here, of three services' answers, as the list itself is. */
export function ExportWork({ unit, items, search }: ExportWorkProps) {
  const { t } = useTranslation('worklist');
  const { t: ofStates } = useTranslation('states');
  const { t: ofDossier } = useTranslation('dossier');
  const format = useFormat();
  const procedure = useProcedureName();
  const unitName = useUnitName();
  const save = async (as: TableFormat): Promise<void> => {
    const { toTableFile } = await import('@motcua/tables');
    const status = (code: number): string => ofDossier(`statuses.${code as 1}`);
    const filter = [
      search.mine === true ? t('mine') : t('ofUnit'),
      search.procedure === undefined ? t('allProcedures') : procedure(search.procedure),
      search.status === undefined ? t('allStatuses') : status(search.status),
    ];
    const table = toWorkTable(items, {
      title: t('tabs.open'),
      unit: unitName(unit),
      about: [
        [t('exportedAt'), format.moment(new Date().toISOString())],
        [t('exportFilter'), filter.join(' · ')],
        [t('exportCount'), items.length],
      ],
      columns: [
        ...[t('columns.dossier'), t('procedure'), t('columns.applicant'), t('status'), t('columns.step')],
        ...[t('exportOfficer'), t('exportDue'), t('columns.time')],
      ],
      procedure,
      unitName,
      status,
      moment: format.moment,
      timeLeft: (minutes) => (minutes === null ? ofDossier('stands') : format.workingTime(minutes)),
    });
    await saveFile(toTableFile(table, as), `worklist-${unit}.${as}`);
  };
  return (
    <span className="export-links">
      <Download size={15} aria-hidden /> <span className="quiet">{ofStates('export')}</span>
      <Button kind="quiet" aria-label={ofStates('exportAs', { format: 'Excel' })} onPress={() => void save('xlsx')}>
        Excel
      </Button>
      <Button kind="quiet" aria-label={ofStates('exportAs', { format: 'CSV' })} onPress={() => void save('csv')}>
        CSV
      </Button>
    </span>
  );
}
