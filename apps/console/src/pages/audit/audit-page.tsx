import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TabLinks } from '../../ui/tab-links.tsx';
import { ChainPart } from './chain-part.tsx';
import { LogPart } from './log-part.tsx';
import './audit.css';

const route = getRouteApi('/audit');

/** Who did what, and who read of whom; and that nothing was taken out of it. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const current = route.useSearch({ select: ({ tab }) => tab ?? 'log' });
  return (
    <article>
      <h1 className="page-title">{t('title')}</h1>
      <TabLinks
        label={t('title')}
        tabs={[
          { tab: 'log', name: t('tabs.log') },
          { tab: 'chain', name: t('tabs.chain') },
        ]}
        current={current}
      />
      {current === 'chain' ? <ChainPart /> : <LogPart />}
      <p className="page-help">{t(`help.${current}`)}</p>
    </article>
  );
}
