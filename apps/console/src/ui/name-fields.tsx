import { useTranslation } from 'react-i18next';
import { TextBox } from './text-box.tsx';

export interface Name {
  readonly vi: string;
  readonly en?: string | undefined;
}

/** A name in Vietnamese, and in English where there is one. */
export function NameFields({
  value,
  onChange,
}: {
  readonly value: Name;
  readonly onChange: (value: { vi: string; en?: string }) => void;
}) {
  const { t } = useTranslation('edit');
  const { vi, en = '' } = value;
  return (
    <div className="fields">
      <TextBox
        label={t('nameVi')}
        value={vi}
        isRequired
        onChange={(text) => {
          onChange({ vi: text, ...(en === '' ? {} : { en }) });
        }}
      />
      <TextBox
        label={t('nameEn')}
        value={en}
        onChange={(text) => {
          onChange({ vi, ...(text === '' ? {} : { en: text }) });
        }}
      />
    </div>
  );
}
