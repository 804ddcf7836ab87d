import { useQueries } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { scannedDossierQuery } from '../../api/dossier-queries.ts';
import { emptyDraft, toCommandBody } from '../../dossier/actions/action-draft.ts';
import { TakenByField } from '../../dossier/actions/step-entry-fields.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/states.tsx';
import { ReturnLine } from './return-line.tsx';
import { ScanForm } from './scan-form.tsx';
import { toReadiness } from './to-readiness.ts';
import { useOutcomes } from './use-outcomes.ts';
import { useScans } from './use-scans.ts';
import '../../ui/plain-list.css';
import './returns.css';

/** Results handed over, many at once: scanned one after the other, looked at, and returned by one command. */
export function ReturnsPage() {
  const { t } = useTranslation('returns');
  const format = useFormat();
  const { codes, last, add, remove } = useScans();
  const lines = useQueries({ queries: codes.map((code) => scannedDossierQuery(code)) }).map((query, index) => ({
    code: codes[index] ?? '',
    query,
  }));
  const { outcomeOf, run, forget, unsent } = useOutcomes();
  /** What the officer chose otherwise than proposed. */
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [draft, setDraft] = useState(emptyDraft);

  const known = lines.flatMap(({ code, query }) =>
    query.data === undefined || query.data === null ? [] : [{ code, dossier: query.data }],
  );
  const isChosen = (dossier: (typeof known)[number]['dossier']): boolean => {
    const readiness = toReadiness(dossier);
    if (readiness !== 'ready' && readiness !== 'unrecorded') return false;
    return choices.get(dossier.dossierId) ?? readiness === 'ready';
  };
  const isOver = (dossierId: string): boolean => ['done', 'sending', 'waiting'].includes(outcomeOf(dossierId)?.state ?? '');
  const chosen = known.filter(({ dossier }) => isChosen(dossier) && !isOver(dossier.dossierId));
  const done = known.filter(
    ({ dossier }) => outcomeOf(dossier.dossierId)?.state === 'done' || toReadiness(dossier) === 'returned',
  );
  const returnAll = (): void => {
    const body = toCommandBody('return', draft, { timeZone: chosen[0]?.dossier.timeZone ?? 'UTC', asksText: false });
    if (chosen.length === 0 || body === undefined) return;
    void run(
      chosen.map(({ code, dossier }) => ({ id: dossier.dossierId, label: code })),
      body,
    );
    setDraft(emptyDraft);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      returnAll();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  });

  return (
    <article className="returns">
      <h1>{t('title')}</h1>
      <ScanForm last={last} onScan={add} />
      {unsent > 0 && (
        <p className="returns-unsent" role="status">
          <CloudOff size={16} aria-hidden /> {t('unsent', { count: unsent })}
        </p>
      )}
      {lines.length === 0 ? (
        <Empty>{t('empty')}</Empty>
      ) : (
        <ul className="plain-list" aria-label={t('list')}>
          {lines.map(({ code, query }) => {
            const id = query.data?.dossierId ?? '';
            return (
              <ReturnLine
                key={code}
                code={code}
                query={query}
                isChosen={query.data === undefined || query.data === null ? false : isChosen(query.data)}
                outcome={outcomeOf(id)}
                onChoose={(isWanted) => {
                  setChoices((before) => new Map([...before, [id, isWanted]]));
                }}
                onRemove={() => {
                  void forget([id]);
                  remove([code]);
                }}
              />
            );
          })}
        </ul>
      )}
      {lines.length > 0 && (
        <footer className="returns-foot">
          <TakenByField
            draft={draft}
            onChange={(change) => {
              setDraft((before) => ({ ...before, ...change }));
            }}
          />
          <div className="returns-ways">
            {done.length > 0 && (
              <Button
                onPress={() => {
                  remove(done.map(({ code }) => code));
                }}
              >
                {t('clearDone')}
              </Button>
            )}
            <Button kind="main" isDisabled={chosen.length === 0} onPress={returnAll}>
              {t('returnAll', { number: format.count(chosen.length) })} <kbd>Ctrl Enter</kbd>
            </Button>
          </div>
        </footer>
      )}
      <p className="page-help">{t('help')}</p>
    </article>
  );
}
