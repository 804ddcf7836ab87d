import { useTranslation } from 'react-i18next';
import { useDetail } from '../../detail/use-detail.ts';
import { TabLinks } from '../../ui/tab-links.tsx';
import { DeliveriesPart } from './deliveries-part.tsx';
import { ParkedPart } from './parked-part.tsx';
import { ProofPart } from './proof-part.tsx';
import { ServicesPart } from './services-part.tsx';
import './operations.css';

const parts = { services: ServicesPart, parked: ParkedPart, deliveries: DeliveriesPart, proof: ProofPart } as const;
type Part = keyof typeof parts;
const names = Object.keys(parts) as Part[];

/** Whether everything runs, what stands still and why, and what to do about it. */
export function OperationsPage() {
  const { t } = useTranslation('operations');
  const { tab } = useDetail();
  const current = names.find((name) => name === tab) ?? 'services';
  const Shown = parts[current];
  return (
    <article>
      <h1 className="page-title">{t('title')}</h1>
      <TabLinks label={t('title')} tabs={names.map((name) => ({ tab: name, name: t(`tabs.${name}`) }))} current={current} />
      <Shown />
      <p className="page-help">{t(`help.${current}`)}</p>
    </article>
  );
}
