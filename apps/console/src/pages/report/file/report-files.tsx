import type { SupervisionReport } from '@motcua/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recommendationsQuery } from '../../../api/recommendation-queries.ts';
import { useUnitName } from '../../../dossier/use-names.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import type { ReportFileFormat } from './save-report.ts';

const formats = ['docx', 'pdf'] as const satisfies readonly ReportFileFormat[];

/** The report as a document to go on writing in, and as one to send. */
export function ReportFiles({ report }: { readonly report: SupervisionReport }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const unitName = useUnitName();
  const client = useQueryClient();
  const [writing, setWriting] = useState<ReportFileFormat>();
  const [hasFailed, setFailed] = useState(false);
  const save = async (as: ReportFileFormat): Promise<void> => {
    setWriting(as);
    setFailed(false);
    try {
      const { saveReport } = await import('./save-report.ts');
      const made = await client.query(recommendationsQuery(report));
      // On paper nobody can look a code up.
      const recommendations = made.map((one) => ({ ...one, owner: unitName(one.owner) }));
      await saveReport(report, as, { asOf: format.moment(report.asOf), recommendations });
    } catch {
      setFailed(true);
    } finally {
      setWriting(undefined);
    }
  };
  return (
    <>
      {formats.map((one) => (
        <Button key={one} onPress={() => void save(one)} isDisabled={writing !== undefined}>
          <FileText size={15} aria-hidden /> {writing === one ? t('fileWriting') : t(`file.${one}`)}
        </Button>
      ))}
      {hasFailed && <span role="alert">{t('fileFailed')}</span>}
    </>
  );
}
