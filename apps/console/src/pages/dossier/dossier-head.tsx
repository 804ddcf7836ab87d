import type { DossierAction } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dossierClocksQuery } from '../../api/clock-queries.ts';
import type { ReadDossier } from '../../api/dossier-queries.ts';
import { ActionBar } from '../../dossier/actions/action-bar.tsx';
import { ActionDialog } from '../../dossier/actions/action-dialog.tsx';
import { StatusName } from '../../dossier/status-name.tsx';
import { TimeLeft } from '../../dossier/time-left.tsx';
import { toShareLeft } from '../../dossier/time-share.ts';
import { useProcedureName } from '../../dossier/use-names.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { DossierFacts } from './dossier-facts.tsx';

/** Code, status, time left, and what is asked next. */
export function DossierHead({ view }: { readonly view: ReadDossier }) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const now = useNow();
  const procedureName = useProcedureName();
  const [asked, setAsked] = useState<DossierAction>();
  const { dossier, actions = [], proposals } = view;
  const { data } = useQuery(dossierClocksQuery(dossier.dossierId));
  const wanted = dossier.receivedAt === null ? 'acceptance' : 'dossier';
  const clock = data?.clocks.find((one) => one.clock === wanted);
  const minutes = clock?.remainingMinutes ?? null;
  return (
    <header className="dossier-head">
      <div className="dossier-title">
        <h1>{dossier.code ?? dossier.sourceCode ?? t('noCode', { id: dossier.dossierId.slice(-6) })}</h1>
        <p>{procedureName(dossier.procedure)}</p>
        <p className="dossier-state">
          <StatusName status={dossier.status} />
          {dossier.endedAt === null ? (
            // One that is closed has not yet heard that its dossier is open again.
            clock !== undefined &&
            clock.state !== 'closed' && (
              <TimeLeft
                minutes={minutes}
                due={clock.due}
                timeZone={dossier.timeZone}
                share={minutes === null ? undefined : toShareLeft(dossier, minutes, now)}
              />
            )
          ) : (
            <span>{t('ended', { at: format.moment(dossier.endedAt, dossier.timeZone) })}</span>
          )}
        </p>
      </div>
      <ActionBar status={dossier.status} actions={actions} onChoose={setAsked} />
      <DossierFacts view={view} />
      {asked !== undefined && (
        <ActionDialog
          action={asked}
          dossier={dossier}
          proposals={proposals}
          onClose={() => {
            setAsked(undefined);
          }}
        />
      )}
    </header>
  );
}
