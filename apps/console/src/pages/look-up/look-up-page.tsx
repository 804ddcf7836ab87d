import type { ListedDossier } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foundDossiersQuery } from '../../api/dossier-queries.ts';
import { DossierLink } from '../../dossier/dossier-link.tsx';
import { StatusName } from '../../dossier/status-name.tsx';
import { useProcedureName, useUnitName } from '../../dossier/use-names.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Answer } from '../../ui/answer.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/states.tsx';
import { isCode } from './look-up-search.ts';
import { ReasonChoice, type LookUpReason } from './reason-choice.tsx';
import { useLookUp } from './use-look-up.ts';
import '../../ui/plain-list.css';
import '../../ui/text-field.css';
import './look-up.css';

const route = getRouteApi('/look-up');
const MOST = 100;

/** Finds dossiers by code, and, for a reason that is kept, by a whole number of the applicant where the post may. */
export function LookUpPage() {
  const { t } = useTranslation('lookUp');
  const { q: code } = route.useSearch();
  const typed = useLocation({ select: ({ state }) => state.lookUp });
  const q = code ?? typed ?? '';
  const lookUp = useLookUp();
  const [reason, setReason] = useState<LookUpReason>();
  const needsReason = q !== '' && !isCode(q);
  const isWaiting = needsReason && reason === undefined;
  const query = useQuery({ ...foundDossiersQuery(q, needsReason ? reason : undefined), enabled: q !== '' && !isWaiting });
  return (
    <div className="look-up">
      <h1>{t('title')}</h1>
      <form
        key={q}
        className="look-up-form"
        role="search"
        aria-label={t('title')}
        onSubmit={(event) => {
          event.preventDefault();
          const text = new FormData(event.currentTarget).get('q');
          lookUp(typeof text === 'string' ? text : '');
        }}
      >
        <input
          name="q"
          className="text-field-input"
          aria-label={t('label')}
          placeholder={t('label')}
          defaultValue={q}
          autoComplete="off"
        />
        <Button kind="main" type="submit">
          {t('search')}
        </Button>
      </form>
      {needsReason && <ReasonChoice value={reason} onChange={setReason} />}
      {q === '' || isWaiting ? (
        <Empty>{t(isWaiting ? 'sayWhy' : 'begin')}</Empty>
      ) : (
        <Answer query={query} height={200}>
          {({ dossiers }) => <Found dossiers={dossiers} />}
        </Answer>
      )}
      <p className="page-help">{t('help')}</p>
    </div>
  );
}

function Found({ dossiers }: { readonly dossiers: readonly ListedDossier[] }) {
  const { t } = useTranslation('lookUp');
  const format = useFormat();
  if (dossiers.length === 0) return <Empty>{t('none')}</Empty>;
  return (
    <>
      <p role="status">
        {t('count', { number: format.count(dossiers.length) })} {dossiers.length === MOST && t('most')}
      </p>
      <ul className="plain-list">
        {dossiers.map((dossier) => (
          <FoundLine key={dossier.dossierId} dossier={dossier} />
        ))}
      </ul>
    </>
  );
}

function FoundLine({ dossier }: { readonly dossier: ListedDossier }) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const procedureName = useProcedureName();
  const unitName = useUnitName();
  const received = dossier.receivedAt ?? dossier.submittedAt;
  return (
    <li className="plain-line">
      <div className="plain-main">
        <DossierLink {...dossier} />
        <span className="quiet">{procedureName(dossier.procedure)}</span>
      </div>
      <div className="plain-main">
        <span>{dossier.applicantName ?? t('noApplicant')}</span>
        <span className="quiet">
          {unitName(dossier.responsibleUnit)}
          {received !== null && ` · ${format.moment(received, dossier.timeZone)}`}
        </span>
      </div>
      <StatusName status={dossier.status} />
    </li>
  );
}
