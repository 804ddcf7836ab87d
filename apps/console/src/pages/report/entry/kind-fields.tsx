import type { InstitutionalKind } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../ui/choice.tsx';
import { NumberBox } from '../../../ui/number-box.tsx';
import { TextBox } from '../../../ui/text-box.tsx';
import { entryFields, type EntryDraft } from './figure-kinds.ts';

export interface DraftFieldsProps {
  readonly draft: EntryDraft;
  readonly onChange: (part: Partial<EntryDraft>) => void;
}

/** What the kind asks for. */
export function KindFields({ kind, draft, onChange }: DraftFieldsProps & { readonly kind: InstitutionalKind }) {
  const { t } = useTranslation('report');
  if (kind === 'modern-one-stop')
    return (
      <Choice
        label={t('fields.modern')}
        options={[
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]}
        value={draft.modern ? 'yes' : 'no'}
        onChange={(value) => {
          onChange({ modern: value === 'yes' });
        }}
      />
    );
  if (kind === 'iso-9001')
    return (
      <div className="fields">
        {(['standard', 'scope'] as const).map((field) => (
          <TextBox
            key={field}
            label={t(`fields.${field}`)}
            value={draft[field]}
            onChange={(text) => {
              onChange({ [field]: text });
            }}
            isRequired
          />
        ))}
      </div>
    );
  return (
    <div className="fields">
      {entryFields[kind].map((field) => (
        <NumberBox
          key={field}
          label={t(`fields.${field}`)}
          minValue={0}
          isRequired
          onChange={(value) => {
            const { [field]: _before, ...counts } = draft.counts;
            onChange({ counts: Number.isNaN(value) ? counts : { ...counts, [field]: value } });
          }}
        />
      ))}
    </div>
  );
}
