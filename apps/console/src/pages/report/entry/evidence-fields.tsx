import { useTranslation } from 'react-i18next';
import { DateBox } from '../../../ui/date-box.tsx';
import { TextBox } from '../../../ui/text-box.tsx';
import type { DraftFieldsProps } from './kind-fields.tsx';

/** The document that the figure is taken from; without one it is no figure. */
export function EvidenceFields({ draft, onChange }: DraftFieldsProps) {
  const { t } = useTranslation('report');
  return (
    <fieldset className="fields report-evidence">
      <legend>{t('document')}</legend>
      <TextBox
        label={t('documentNumber')}
        value={draft.documentNumber}
        onChange={(documentNumber) => {
          onChange({ documentNumber });
        }}
        isRequired
      />
      <DateBox
        label={t('documentDate')}
        value={draft.documentDate}
        onChange={(documentDate) => {
          onChange({ documentDate });
        }}
        isRequired
      />
      <TextBox
        label={t('fileHref')}
        value={draft.fileHref}
        onChange={(fileHref) => {
          onChange({ fileHref });
        }}
      />
      <TextBox
        label={t('fileName')}
        value={draft.fileName}
        onChange={(fileName) => {
          onChange({ fileName });
        }}
      />
    </fieldset>
  );
}
