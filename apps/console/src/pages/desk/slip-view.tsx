import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { countPrint } from '../../api/slip-queries.ts';
import { PairTick, Paper, usePair } from '../../dossier/slip/paper.tsx';
import { ReceiptSlip } from '../../dossier/slip/receipt-slip.tsx';
import { ReceiptForm } from '../../dossier/forms/receipt-form.tsx';
import { Button } from '../../ui/button.tsx';
import { useLedgerWords } from './bands/use-ledger-words.ts';
import { toLedgerLine } from './ledger-line.ts';
import type { Received } from './received.ts';

export interface SlipViewProps {
  readonly received: Received;
  readonly onNext: () => void;
}

/** Prints, and counts it. The paper does not wait for that: the citizen does, and the network may be away. */
function print({ view: { dossier } }: Received): void {
  countPrint(dossier.dossierId, dossier.dossierVersion).catch(() => undefined);
  window.print();
}

/** What was received, printed at once; Enter goes on to the next. */
export function SlipView({ received, onNext }: SlipViewProps) {
  const { t } = useTranslation('slip');
  const say = useLedgerWords();
  const [isPair, setPair] = usePair();
  const [reprint, setReprint] = useState(0);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    next.current?.focus();
    // After the slip has been drawn.
    const timer = setTimeout(() => {
      print(received);
    }, 50);
    return () => {
      clearTimeout(timer);
    };
  }, [received]);
  const { body, view } = received;
  return (
    <div className="slip-view">
      <div className="slip-tools no-print">
        <p role="status">{t('done', { code: view.dossier.code ?? '' })}</p>
        <PairTick isPair={isPair} onChange={setPair} />
        <ReceiptForm dossierId={view.dossier.dossierId} />
        <Button
          onPress={() => {
            flushSync(() => {
              setReprint(reprint + 1);
            });
            print(received);
          }}
        >
          {t('again')}
        </Button>
        <Button kind="main" ref={next} onPress={onNext}>
          {t('next')} <kbd>Enter</kbd>
        </Button>
      </div>
      <Paper isPair={isPair}>
        <ReceiptSlip
          dossier={view.dossier}
          applicant={body.applicant}
          desk={body.desk}
          lookUpPath={view.lookUpPath}
          ledgerWords={say(toLedgerLine(view.ledger))}
          reprint={reprint}
        />
      </Paper>
    </div>
  );
}
