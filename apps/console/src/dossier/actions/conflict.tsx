import type { DossierAction, DossierSnapshot } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dossierQuery } from '../../api/dossier-queries.ts';
import { Answer } from '../../ui/answer.tsx';
import { Button } from '../../ui/button.tsx';
import { HistoryEntry } from '../history/history-entry.tsx';
import { StatusName } from '../status-name.tsx';

export interface ConflictProps {
  readonly action: DossierAction;
  /** As it was when the command was thought of. */
  readonly seen: DossierSnapshot;
  readonly isPending: boolean;
  readonly onSend: (etag: string) => void;
  readonly onClose: () => void;
}

/** Somebody else changed the dossier meanwhile: shows what, and lets the reader choose. */
export function Conflict({ action, seen, isPending, onSend, onClose }: ConflictProps) {
  const { t } = useTranslation('dossier');
  // Read afresh: what is in the cache is what the conflict is about.
  const query = useQuery({ ...dossierQuery(seen.dossierId), refetchOnMount: 'always', staleTime: 0 });
  const isFresh = query.data !== undefined && query.data.dossier.dossierVersion > seen.dossierVersion;
  return (
    <section className="conflict" role="alert">
      <h3>{t('conflict.title')}</h3>
      <Answer query={query}>
        {({ dossier, history = [], actions = [], etag }) => (
          <>
            <p>
              {t('conflict.now')} <StatusName status={dossier.status} />
            </p>
            <ol className="history-list">
              {history
                .filter(({ version }) => version > seen.dossierVersion)
                .map((event) => (
                  <HistoryEntry key={event.version} event={event} timeZone={dossier.timeZone} />
                ))}
            </ol>
            {isFresh && !actions.includes(action) && <p>{t('conflict.impossible')}</p>}
            <div className="dialog-actions">
              <Button onPress={onClose}>{t('conflict.leave')}</Button>
              <Button
                isDisabled={isPending || !isFresh || !actions.includes(action)}
                onPress={() => {
                  onSend(etag);
                }}
              >
                {t('conflict.keep')}
              </Button>
            </div>
          </>
        )}
      </Answer>
    </section>
  );
}
