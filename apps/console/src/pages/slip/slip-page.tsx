import type { Slip } from '@motcua/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { countPrint, slipQuery } from '../../api/slip-queries.ts';
import { AnySlip } from '../../dossier/slip/any-slip.tsx';
import { PairTick, Paper, usePair } from '../../dossier/slip/paper.tsx';
import { Answer } from '../../ui/answer.tsx';
import { Button } from '../../ui/button.tsx';
import { Refused } from '../../ui/refused.tsx';

const route = getRouteApi('/dossiers/$id/slips/$version');

/** The slip of one step, to be printed, for the first time or again. */
export function SlipPage() {
  const { t } = useTranslation('slip');
  const { id, version } = route.useParams();
  const query = useQuery(slipQuery(id, Number(version)));
  return (
    <article className="slip-view">
      <h1 className="only-read no-print">{t('page')}</h1>
      <Answer query={query} height={640} isPage>
        {(slip) => <Print key={`${id}/${version}`} slip={slip} />}
      </Answer>
    </article>
  );
}

function Print({ slip }: { readonly slip: Slip }) {
  const { t } = useTranslation('slip');
  const [isPair, setPair] = usePair();
  const [printed, setPrinted] = useState(slip.prints);
  const button = useRef<HTMLButtonElement>(null);
  const { dossierId, dossierVersion, code } = slip.dossier;
  const print = useMutation({
    mutationFn: () => countPrint(dossierId, dossierVersion),
    onSuccess: ({ prints }) => {
      // What was printed meanwhile at another desk is known now: it stands on the paper before the paper is made.
      flushSync(() => {
        setPrinted(prints - 1);
      });
      window.print();
      setPrinted(prints);
    },
  });
  useEffect(() => {
    button.current?.focus();
  }, []);
  return (
    <>
      <div className="slip-tools no-print">
        <p role="status">{printed === 0 ? t('notPrinted') : t('printedTimes', { count: printed })}</p>
        <PairTick isPair={isPair} onChange={setPair} />
        <Link to="/dossiers/$id" params={{ id: dossierId }} className="button button-plain">
          {t('toDossier', { code: code ?? '' })}
        </Link>
        <Button
          kind="main"
          ref={button}
          isPending={print.isPending}
          onPress={() => {
            print.mutate();
          }}
        >
          {t(printed === 0 ? 'print' : 'again')} <kbd>Enter</kbd>
        </Button>
      </div>
      {print.error !== null && (
        <div className="no-print">
          <Refused error={print.error} />
        </div>
      )}
      <Paper isPair={isPair}>
        <AnySlip slip={slip} reprint={printed} />
      </Paper>
    </>
  );
}
