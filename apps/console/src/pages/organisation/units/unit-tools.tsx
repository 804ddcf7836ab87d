import { useTranslation } from 'react-i18next';
import { SearchTools } from '../../../detail/search-tools.tsx';
import { useDetail } from '../../../detail/use-detail.ts';
import { DateBox } from '../../../ui/date-box.tsx';

/** What is looked for, and on which day. */
export function UnitTools() {
  const { t } = useTranslation('edit');
  const { at, choose } = useDetail();
  return (
    <SearchTools>
      <DateBox
        label={t('at')}
        value={at ?? null}
        onChange={(date) => {
          choose({ at: date ?? undefined });
        }}
      />
    </SearchTools>
  );
}
