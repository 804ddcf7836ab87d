import type { ProcedureDocument, UnitDocument } from '@motcua/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import type { Received } from '../received.ts';
import { Slip } from './slip.tsx';

export interface SlipViewProps {
  readonly received: Received;
  readonly unit: UnitDocument;
  readonly procedures: readonly ProcedureDocument[];
  readonly onNext: () => void;
}

/** What was received, printed at once; Enter goes on to the next. */
export function SlipView({ received, unit, procedures, onNext }: SlipViewProps) {
  const { t } = useTranslation('slip');
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    next.current?.focus();
    // After the slip has been drawn.
    const timer = setTimeout(() => {
      window.print();
    }, 50);
    return () => {
      clearTimeout(timer);
    };
  }, [received]);
  const procedure = procedures.find(({ code }) => code === received.body.procedure);
  return (
    <div className="slip-view">
      <div className="slip-tools no-print">
        <p role="status">{t('done', { code: received.view.dossier.code ?? '' })}</p>
        <Button
          onPress={() => {
            window.print();
          }}
        >
          {t('again')}
        </Button>
        <Button kind="main" ref={next} onPress={onNext}>
          {t('next')} <kbd>Enter</kbd>
        </Button>
      </div>
      <Slip received={received} unit={unit} procedure={procedure} />
    </div>
  );
}
