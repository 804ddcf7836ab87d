import { getRouteApi } from '@tanstack/react-router';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReadDossier } from '../../api/dossier-queries.ts';
import { ClocksTab } from './clocks/clocks-tab.tsx';
import { DocumentsTab } from './documents/documents-tab.tsx';
import { dossierTabs } from './dossier-search.ts';
import { IntakeTab } from './intake/intake-tab.tsx';
import { NoticesTab } from './notices/notices-tab.tsx';
import '../../ui/tabs.css';

const route = getRouteApi('/dossiers/$id');

/** Papers, what was taken down, clocks and notices; which one is shown stands in the address. */
export function DossierTabs({ view }: { readonly view: ReadDossier }) {
  const { t } = useTranslation('dossier');
  const { tab = 'documents' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Tabs
      className="panel tabs"
      selectedKey={tab}
      onSelectionChange={(key) => {
        const chosen = dossierTabs.find((one) => one === key);
        if (chosen !== undefined) void navigate({ search: (before) => ({ ...before, tab: chosen }), replace: true });
      }}
    >
      <TabList className="tab-list" aria-label={t('tabs')}>
        {dossierTabs.map((one) => (
          <Tab key={one} id={one} className="tab">
            {t(`tab.${one}`)}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="documents" className="tab-panel">
        <DocumentsTab view={view} />
      </TabPanel>
      <TabPanel id="intake" className="tab-panel">
        <IntakeTab view={view} />
      </TabPanel>
      <TabPanel id="clocks" className="tab-panel">
        <ClocksTab view={view} />
      </TabPanel>
      <TabPanel id="notices" className="tab-panel">
        <NoticesTab dossier={view.dossier} />
      </TabPanel>
    </Tabs>
  );
}
