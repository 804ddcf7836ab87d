import type { ApplicantErasure, DossierSnapshot } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadDossier } from '../../api/dossier-queries.ts';
import { AskErasureDialog } from '../../dossier/applicant/ask-erasure-dialog.tsx';
import { CorrectApplicantDialog } from '../../dossier/applicant/correct-applicant-dialog.tsx';
import { ErasureButtons } from '../../dossier/applicant/erasure-buttons.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useMay } from '../../session/use-may.ts';
import { Button } from '../../ui/button.tsx';

/** What an applicant has a right to: that what is known of them is put right, and that it goes. Nothing where this post has no part in it. */
export function ApplicantRights({ view: { dossier, applicant, erasure } }: { readonly view: ReadDossier }) {
  const { t } = useTranslation('applicant');
  const may = useMay();
  const [chosen, setChosen] = useState<'correct' | 'ask'>();
  const close = (): void => {
    setChosen(undefined);
  };
  const isErased = erasure?.state === 'erased';
  const mayCorrect = applicant !== undefined && may('applicants.correct');
  // What was erased by its term alone may still be asked for: papers have terms of their own.
  const mayAsk = may('applicants.ask-erasure') && erasure?.state !== 'waiting' && (!isErased || erasure.ground === 'term-over');
  if (!mayCorrect && !mayAsk && (erasure === undefined || isErased)) return null;
  return (
    <div className="dossier-rights-fact">
      <dt>{t('title')}</dt>
      <dd>
        {erasure !== undefined && !isErased && <ErasureState erasure={erasure} dossier={dossier} />}
        {(mayCorrect || mayAsk) && (
          <span className="dossier-rights">
            {mayCorrect && (
              <Button
                kind="quiet"
                onPress={() => {
                  setChosen('correct');
                }}
              >
                {t('correct')}
              </Button>
            )}
            {mayAsk && (
              <Button
                kind="quiet"
                onPress={() => {
                  setChosen('ask');
                }}
              >
                {t('ask')}
              </Button>
            )}
          </span>
        )}
      </dd>
      {chosen === 'ask' && <AskErasureDialog dossier={dossier} onClose={close} />}
      {chosen === 'correct' && applicant !== undefined && (
        <CorrectApplicantDialog dossierId={dossier.dossierId} known={applicant} onClose={close} />
      )}
    </div>
  );
}

/** A request that waits, with whom and for whom; or that it was rejected, and why, or taken back. */
function ErasureState({ erasure, dossier }: { readonly erasure: ApplicantErasure; readonly dossier: DossierSnapshot }) {
  const { t } = useTranslation('applicant');
  const format = useFormat();
  const { state, ground, askedBy, askedAt, decidedBy, decidedAt, reason } = erasure;
  const { timeZone, code, sourceCode } = dossier;
  const by = { by: decidedBy ?? '–', at: format.moment(decidedAt ?? askedAt, timeZone) };
  const words = {
    waiting: t('waiting', { by: askedBy ?? '–', at: format.moment(askedAt, timeZone), ground: t(`grounds.${ground}`) }),
    rejected:
      reason === null || reason === undefined
        ? t('rejected', by)
        : t('rejectedBecause', { ...by, reason: t(`reasons.${reason}`) }),
    'taken-back': t('takenBack', by),
    erased: '',
  };
  return (
    <span className="dossier-erasure">
      <span>{words[state]}</span>
      <ErasureButtons erasure={erasure} code={code ?? sourceCode ?? ''} />
    </span>
  );
}
