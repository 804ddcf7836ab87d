import type { ListedDossier } from '@motcua/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DossierLink } from '../../dossier/dossier-link.tsx';
import { SlipLink } from '../../dossier/slip/slip-link.tsx';
import { StatusName } from '../../dossier/status-name.tsx';
import { useProcedureName } from '../../dossier/use-names.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { useRefusal } from '../../ui/refused.tsx';
import { Tick } from '../../ui/tick.tsx';
import { toReadiness } from './to-readiness.ts';
import type { Outcome } from './use-outcomes.ts';
import '../../ui/status-mark.css';

/** The type of the event by which a result is returned, as its slip is found by. */
const RETURNED = 'vn.motcua.dossier.returned.v1';

export interface ReturnLineProps {
  readonly code: string;
  readonly query: UseQueryResult<ListedDossier | null>;
  readonly isChosen: boolean;
  readonly outcome: Outcome | undefined;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onRemove: () => void;
}

/** One scanned dossier: whose, in what state, whether it can be returned, and what became of that. */
export function ReturnLine({ code, query, isChosen, outcome, onChoose, onRemove }: ReturnLineProps) {
  const { t } = useTranslation('returns');
  const dossier = query.data ?? undefined;
  const isAsked = outcome === undefined || outcome.state === 'refused';
  return (
    <li className="plain-line returns-line">
      <div className="plain-main">{dossier === undefined ? <strong>{code}</strong> : <Whose dossier={dossier} />}</div>
      <div className="plain-main">
        {dossier !== undefined && isAsked && (
          <span>
            <StatusName status={dossier.status} />
          </span>
        )}
        <span className="plain-whole">
          {outcome === undefined ? <Readiness query={query} /> : <OutcomeWords outcome={outcome} />}
        </span>
        {outcome?.state === 'done' && dossier !== undefined && (
          <SlipLink dossierId={dossier.dossierId} event={{ type: RETURNED, version: outcome.version }} />
        )}
      </div>
      <div className="returns-choice">
        {dossier !== undefined && isAsked && ['ready', 'unrecorded'].includes(toReadiness(dossier)) && (
          <Tick isSelected={isChosen} onChange={onChoose}>
            <span className="only-read">{t('take', { code })}</span>
          </Tick>
        )}
        <Button kind="quiet" aria-label={t('remove', { code })} onPress={onRemove}>
          <X size={16} aria-hidden />
        </Button>
      </div>
    </li>
  );
}

function Whose({ dossier }: { readonly dossier: ListedDossier }) {
  const procedureName = useProcedureName();
  return (
    <>
      <span>
        <DossierLink {...dossier} /> {dossier.applicantName}
      </span>
      <span className="quiet">{procedureName(dossier.procedure)}</span>
    </>
  );
}

function Readiness({ query }: { readonly query: UseQueryResult<ListedDossier | null> }) {
  const { t } = useTranslation('returns');
  const format = useFormat();
  const refusal = useRefusal(query.error);
  const { data: dossier } = query;
  if (dossier === undefined) {
    if (query.error !== null && query.fetchStatus === 'idle') return <span className="status-late">▲ {refusal}</span>;
    // Offline it is not even tried; otherwise each failure is tried again.
    const isCutOff = query.fetchStatus === 'paused' || query.failureCount > 0;
    return <span className="quiet">{t(isCutOff ? 'waitsForNetwork' : 'looking')}</span>;
  }
  if (dossier === null) return <span className="status-late">▲ {t('unknown')}</span>;
  const readiness = toReadiness(dossier);
  switch (readiness) {
    case 'ready':
      return <span className="status-onTime">● {t('readiness.ready')}</span>;
    case 'unrecorded':
      return <span>◐ {t('readiness.unrecorded')}</span>;
    case 'returned':
      return (
        <span>{t('readiness.returned', { at: format.moment(dossier.returnedAt ?? dossier.recordedAt, dossier.timeZone) })}</span>
      );
    case 'no':
      return <span>❚❚ {t(dossier.status === 9 ? 'readiness.notYours' : 'readiness.no')}</span>;
  }
}

function OutcomeWords({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation('returns');
  const sentence = useRefusal(outcome.state === 'refused' ? outcome.error : undefined);
  if (outcome.state === 'refused') return <span className="status-late">▲ {sentence}</span>;
  return <span className={outcome.state === 'done' ? 'status-onTime' : 'quiet'}>{t(`outcomes.${outcome.state}`)}</span>;
}
