import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

export interface IdleWarningProps {
  /** Epoch milliseconds of this machine's clock. */
  readonly endsAtMs: number;
  readonly onStay: () => void;
}

const toSeconds = (endsAtMs: number): number => Math.max(0, Math.round((endsAtMs - Date.now()) / 1_000));

/** Says that a session is about to end; any answer keeps it. */
export default function IdleWarning({ endsAtMs, onStay }: IdleWarningProps) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(() => toSeconds(endsAtMs));
  useEffect(() => {
    const timer = setInterval(() => {
      setLeft(toSeconds(endsAtMs));
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, [endsAtMs]);
  return (
    <Dialog title={t('idle.title')} onClose={onStay}>
      <div className="dialog-form">
        <p>{t('idle.text')}</p>
        <p className="figures" role="timer">
          {t('idle.left', { minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, '0') })}
        </p>
        <div className="dialog-actions">
          <Button kind="main" onPress={onStay}>
            {t('idle.stay')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
