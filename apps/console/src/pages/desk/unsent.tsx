import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { useLocale } from '../../i18n/use-format.ts';
import type { WaitingCommand } from '../../outbox/outbox.ts';
import { Button } from '../../ui/button.tsx';
import type { Received } from './received.ts';

export interface UnsentProps {
  readonly waiting: readonly WaitingCommand[];
  /** Sent while the officer had gone on; their slips are still to be printed. */
  readonly late: readonly Received[];
  readonly onShow: (received: Received) => void;
  readonly onTakeBack: (command: WaitingCommand) => void;
}

/** What the network still owes: receipts that are not sent, were refused later, or were sent later and have no slip yet. */
export function Unsent({ waiting, late, onShow, onTakeBack }: UnsentProps) {
  const { t } = useTranslation('desk');
  const locale = useLocale();
  const unsent = waiting.filter(({ refused }) => refused === undefined);
  if (waiting.length === 0 && late.length === 0) return null;
  return (
    <aside className="unsent no-print" aria-label={t('unsentTitle')} role="status">
      {unsent.length > 0 && (
        <p className="unsent-line">
          <CloudOff size={16} aria-hidden />
          <strong>{t('unsent', { count: unsent.length })}</strong> {unsent.map(({ label }) => label).join(', ')}
          <span className="due-quiet">{t('unsentHow')}</span>
        </p>
      )}
      {waiting.map((command) =>
        command.refused === undefined ? null : (
          <p key={command.id} className="unsent-line">
            <strong>{t('refusedLate', { name: command.label })}</strong>
            {new ApiProblem(command.refused.status, command.refused.body).toSentence(locale)}
            <Button
              onPress={() => {
                onTakeBack(command);
              }}
            >
              {t('mend')}
            </Button>
          </p>
        ),
      )}
      {late.map((received) => (
        <p key={received.view.dossier.dossierId} className="unsent-line">
          {t('sentLate', { code: received.view.dossier.code ?? '', name: received.body.applicant?.name ?? '' })}
          <Button
            onPress={() => {
              onShow(received);
            }}
          >
            {t('printSlip')}
          </Button>
        </p>
      ))}
    </aside>
  );
}
