import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayAdminister } from '../session/use-may-administer.ts';
import { Button } from '../ui/button.tsx';
import { TextBox } from '../ui/text-box.tsx';
import { useDetail } from './use-detail.ts';

export interface SearchToolsProps {
  /** False where nothing is added here. */
  readonly canAdd?: boolean;
  readonly children?: ReactNode;
}

/** Words that a list is searched for, as they are typed; and a new entry, for whoever may make one. */
export function SearchTools({ canAdd = true, children }: SearchToolsProps) {
  const { t } = useTranslation('edit');
  const { q = '', choose } = useDetail();
  const mayAdd = useMayAdminister() && canAdd;
  return (
    <div className="tools">
      <TextBox
        label={t('search')}
        type="search"
        value={q}
        onChange={(text) => {
          choose({ q: text === '' ? undefined : text });
        }}
      />
      {children}
      {mayAdd && (
        <Button
          onPress={() => {
            choose({ edit: 'new' });
          }}
        >
          {t('add')}
        </Button>
      )}
    </div>
  );
}
