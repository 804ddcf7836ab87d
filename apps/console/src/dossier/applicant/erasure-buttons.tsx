import type { ApplicantErasure } from '@motcua/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session-context.ts';
import { useMay } from '../../session/use-may.ts';
import { Button } from '../../ui/button.tsx';
import '../actions/actions.css';
import { DecideErasureDialog } from './decide-erasure-dialog.tsx';
import { erasureChanges } from './erasure-changes.ts';
import { TakeBackDialog } from './take-back-dialog.tsx';

const steps = ['approve', 'reject', 'take-back'] as const;
type Step = (typeof steps)[number];

export interface ErasureButtonsProps {
  readonly erasure: ApplicantErasure;
  /** By what people know the dossier. */
  readonly code: string;
}

/** What this reader may do about a request that waits: whoever asked takes it back, another one decides. */
export function ErasureButtons({ erasure: { dossierId, askedBy, state }, code }: ErasureButtonsProps) {
  const { t } = useTranslation('applicant');
  const { person } = useSession();
  const may = useMay();
  const client = useQueryClient();
  // Outlives the request: whoever meets that it was decided on meanwhile reads so, and what has become of it behind the dialog.
  const [chosen, setChosen] = useState<Step>();
  const close = (): void => {
    setChosen(undefined);
    for (const queryKey of erasureChanges(dossierId)) void client.invalidateQueries({ queryKey });
  };
  const isOwn = askedBy === person.sub;
  const offered = steps.filter((step) => (step === 'take-back' ? isOwn : !isOwn && may('applicants.erase')));
  const names = { approve: t('approve'), reject: t('reject'), 'take-back': t('takeBack') };
  return (
    <>
      {state === 'waiting' && (
        <span className="action-bar">
          {isOwn && <span className="quiet">{t('own')}</span>}
          {offered.map((step) => (
            <Button
              key={step}
              onPress={() => {
                setChosen(step);
              }}
            >
              {names[step]}
            </Button>
          ))}
        </span>
      )}
      {chosen === 'take-back' && <TakeBackDialog dossierId={dossierId} onClose={close} />}
      {(chosen === 'approve' || chosen === 'reject') && (
        <DecideErasureDialog dossierId={dossierId} code={code} decision={chosen} onClose={close} />
      )}
    </>
  );
}
