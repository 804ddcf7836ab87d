import { useTranslation } from 'react-i18next';
import { useDetail } from '../../detail/use-detail.ts';
import { TabbedPage } from '../../ui/tabbed-page.tsx';
import { DisputedPart } from './disputed-part.tsx';
import { DeliveriesPart } from './deliveries-part.tsx';
import { ParkedPart } from './parked-part.tsx';
import { ProofPart } from './proof-part.tsx';
import { ServicesPart } from './services-part.tsx';
import './operations.css';

const parts = {
  services: ServicesPart,
  parked: ParkedPart,
  deliveries: DeliveriesPart,
  disputed: DisputedPart,
  proof: ProofPart,
} as const;
const names = Object.keys(parts) as (keyof typeof parts)[]; // the keys of a constant

/** Whether everything runs, what stands still and why, and what to do about it. */
export function OperationsPage() {
  const { t } = useTranslation('operations');
  const { tab } = useDetail();
  const tabs = names.map((name) => ({ tab: name, name: t(`tabs.${name}`), help: t(`help.${name}`), Part: parts[name] }));
  return <TabbedPage title={t('title')} tabs={tabs} asked={tab} />;
}
