import type { DossierAction, DossierProposal, DossierSnapshot, ReasonCommand } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isConflict, toEtag } from '../../api/dossier-commands.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Refused } from '../../ui/refused.tsx';
import { emptyDraft, toCommandBody, type ActionDraft } from './action-draft.ts';
import { ActionFields } from './action-fields-form.tsx';
import { actionFields } from './action-fields.ts';
import { SlipOffer } from '../slip/slip-offer.tsx';
import { useSlipKind } from '../slip/use-slip-kind.ts';
import { Conflict } from './conflict.tsx';
import { useReasons } from './reason-fields.tsx';
import { useCommand } from './use-command.ts';
import './actions.css';

export interface ActionDialogProps {
  readonly action: DossierAction;
  readonly dossier: DossierSnapshot;
  readonly proposals?: readonly DossierProposal[] | undefined;
  /** What is filled in already. */
  readonly draft?: Partial<ActionDraft>;
  readonly onClose: () => void;
  /** It was carried out. */
  readonly onDone?: () => void;
}

/** Asks what a command needs and gives it. What was typed stays through refusals, conflicts and a lost network. */
export function ActionDialog({ action, dossier: now, proposals = [], draft: given, onClose, onDone }: ActionDialogProps) {
  const { t } = useTranslation('dossier');
  // As it was when the command was thought of, whatever comes in meanwhile: what the reader has not seen is a conflict.
  const [dossier] = useState(now);
  const [draft, setDraft] = useState<ActionDraft>({ ...emptyDraft, ...given });
  const command = useCommand(dossier.dossierId);
  const [done, setDone] = useState<DossierSnapshot>();
  const slipKind = useSlipKind(action);
  const asksReason = actionFields[action].includes('reason');
  const reasons = useReasons(asksReason ? (action as ReasonCommand) : undefined);
  const asksText = reasons.find(({ code }) => code === draft.reasonCode)?.asksText ?? false;
  const body = toCommandBody(action, draft, { timeZone: dossier.timeZone, asksText });
  const send = (etag: string): void => {
    if (body === undefined || command.isPending) return;
    command.mutate(
      { action, body, etag },
      {
        onSuccess: ({ dossier: after }) => {
          onDone?.();
          // What changed nothing has no slip of its own.
          if (slipKind === undefined || after.dossierVersion === dossier.dossierVersion) onClose();
          else setDone(after);
        },
      },
    );
  };
  const { error } = command;
  if (done !== undefined && slipKind !== undefined) return <SlipOffer kind={slipKind} dossier={done} onClose={onClose} />;
  return (
    <Dialog title={`${t(`actions.${action}`)} · ${dossier.code ?? dossier.sourceCode ?? ''}`} onClose={onClose}>
      <form
        className="dialog-form action-form"
        onSubmit={(event) => {
          event.preventDefault();
          send(toEtag(dossier));
        }}
      >
        <p className="dialog-hint">{t(`actionHelp.${action}`)}</p>
        <ActionFields
          action={action}
          dossier={dossier}
          proposals={proposals}
          draft={draft}
          onChange={(change) => {
            setDraft((before) => ({ ...before, ...change }));
          }}
        />
        {isConflict(error) && (
          <Conflict action={action} seen={dossier} isPending={command.isPending} onSend={send} onClose={onClose} />
        )}
        {error !== null && !isConflict(error) && <Refused error={error} />}
        {!isConflict(error) && (
          <div className="dialog-actions">
            <Button onPress={onClose}>{t('cancel')}</Button>
            <Button kind="main" type="submit" isDisabled={body === undefined || command.isPending}>
              {t(`actions.${action}`)}
            </Button>
          </div>
        )}
      </form>
    </Dialog>
  );
}
