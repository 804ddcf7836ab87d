import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TabbedPage } from '../../ui/tabbed-page.tsx';
import { ChainPart } from './chain-part.tsx';
import { LogPart } from './log-part.tsx';
import './audit.css';

const route = getRouteApi('/audit');
const parts = { log: LogPart, chain: ChainPart } as const;
const names = Object.keys(parts) as (keyof typeof parts)[]; // the keys of a constant

/** Who did what, and who read of whom; and that nothing was taken out of it. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const asked = route.useSearch({ select: ({ tab }) => tab });
  const tabs = names.map((name) => ({ tab: name, name: t(`tabs.${name}`), help: t(`help.${name}`), Part: parts[name] }));
  return <TabbedPage title={t('title')} tabs={tabs} asked={asked} />;
}
