import type { ReferenceKind } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { historyQuery } from '../api/catalogue-queries.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Answer } from '../ui/answer.tsx';
import { Validity } from '../ui/validity.tsx';

/** Every version of an entry that was ever accepted, the newest first. */
export function EntryHistory({ kind, code }: { readonly kind: ReferenceKind; readonly code: string }) {
  const { t } = useTranslation('edit');
  const format = useFormat();
  const query = useQuery(historyQuery(kind, code));
  return (
    <>
      <h3 className="entry-part">{t('history')}</h3>
      <Answer query={query} height={80}>
        {(versions) => (
          <ul className="entry-versions">
            {versions.toReversed().map(({ version, recordedAt, supersededBy, document }) => (
              <li key={version} className={supersededBy === null ? undefined : 'quiet'}>
                <p>{t('version', { number: version, at: format.moment(recordedAt) })}</p>
                <p>
                  {'validFrom' in document && <Validity {...document} />}
                  {supersededBy !== null && ` · ${t('superseded', { number: supersededBy })}`}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}
