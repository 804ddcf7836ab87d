import { useTranslation } from 'react-i18next';
import { useDetail } from '../../detail/use-detail.ts';
import { TabbedPage } from '../../ui/tabbed-page.tsx';
import { StaffPart } from './staff/staff-part.tsx';
import { UnitsPart } from './units/units-part.tsx';

const parts = { units: UnitsPart, staff: StaffPart } as const;
const names = Object.keys(parts) as (keyof typeof parts)[]; // the keys of a constant

/** Which units there are and were, and who works in them. */
export function OrganisationPage() {
  const { t } = useTranslation('organisation');
  const { tab } = useDetail();
  const tabs = names.map((name) => ({ tab: name, name: t(name), help: t(`help.${name}`), Part: parts[name] }));
  return <TabbedPage title={t('title')} tabs={tabs} asked={tab} />;
}
