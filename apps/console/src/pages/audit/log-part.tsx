import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditEntriesQuery, toAuditExport } from '../../api/audit-queries.ts';
import { Answer } from '../../ui/answer.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/states.tsx';
import { AuditTools } from './audit-tools.tsx';
import { EntryTable } from './entry-table.tsx';
import { useAuditFilter } from './use-audit-filter.ts';

const route = getRouteApi('/audit');

/** The log of one service, cut by who, what, of what and when; all of it as a file. */
export function LogPart() {
  const { t } = useTranslation('audit');
  const service = route.useSearch({ select: (search) => search.service ?? 'dossier-intake' });
  const [term, setTerm] = useState<string>();
  const filter = { ...useAuditFilter(), term };
  const query = useInfiniteQuery(auditEntriesQuery(service, filter));
  return (
    <>
      <AuditTools service={service} onTerm={setTerm} />
      <Answer query={query} height={400}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          return entries.length === 0 ? <Empty>{t('none')}</Empty> : <EntryTable entries={entries} />;
        }}
      </Answer>
      <p className="tools">
        {query.hasNextPage && <Button onPress={() => void query.fetchNextPage()}>{t('more')}</Button>}
        <a href={toAuditExport(service, filter)} download={`${service}.ndjson`}>
          {t('export')}
        </a>
      </p>
    </>
  );
}
