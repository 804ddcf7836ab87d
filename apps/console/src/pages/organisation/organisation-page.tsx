import { useTranslation } from 'react-i18next';
import { useDetail } from '../../detail/use-detail.ts';
import { TabLinks } from '../../ui/tab-links.tsx';
import { StaffPart } from './staff/staff-part.tsx';
import { UnitsPart } from './units/units-part.tsx';

/** Which units there are and were, and who works in them. */
export function OrganisationPage() {
  const { t } = useTranslation('organisation');
  const { tab } = useDetail();
  const current = tab === 'staff' ? 'staff' : 'units';
  return (
    <article>
      <h1 className="page-title">{t('title')}</h1>
      <TabLinks
        label={t('title')}
        tabs={[
          { tab: 'units', name: t('units') },
          { tab: 'staff', name: t('staff') },
        ]}
        current={current}
      />
      {current === 'staff' ? <StaffPart /> : <UnitsPart />}
      <p className="page-help">{t(`help.${current}`)}</p>
    </article>
  );
}
