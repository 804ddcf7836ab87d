import type { DossierAction } from '@motcua/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { findNextAction } from '../../../dossier/next-action.ts';
import { StatusName } from '../../../dossier/status-name.tsx';
import { TimeLeft } from '../../../dossier/time-left.tsx';
import { toShareLeft } from '../../../dossier/time-share.ts';
import { useProcedureName, useUnitName } from '../../../dossier/use-names.ts';
import { Button } from '../../../ui/button.tsx';
import { useNow } from '../../../ui/use-now.ts';
import type { WorkItem } from './to-work-items.ts';

export interface WorkRowProps {
  readonly item: WorkItem;
  /** Its place among the dossiers of the list. */
  readonly index: number;
  readonly isMarked: boolean;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  readonly onAsk: (action: DossierAction) => void;
}

/** One dossier: what it is, whose, where, how long, and what is asked next. */
export function WorkRow({ item, index, isMarked, isSelected, onToggle, onAsk }: WorkRowProps) {
  const { t } = useTranslation('worklist');
  const { t: ofDossier } = useTranslation('dossier');
  const procedureName = useProcedureName();
  const unitName = useUnitName();
  const now = useNow();
  const { dossier, clock, lateStep } = item;
  const code = dossier.code ?? dossier.sourceCode ?? ofDossier('noCode', { id: dossier.dossierId.slice(-6) });
  const next = findNextAction(dossier.status, dossier.actions);
  const minutes = clock?.remainingMinutes ?? null;
  const procedure = procedureName(dossier.procedure);
  const standIn =
    dossier.standIn === undefined ? undefined : t('standsInFor', { standIn: dossier.standIn, officer: dossier.officer });
  const place = [unitName(dossier.handlingUnit), standIn ?? dossier.officer].filter(Boolean).join(' · ');
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={isMarked ? 'work-row work-row-marked' : 'work-row'}
    >
      <span role="cell" className="work-select">
        <input type="checkbox" aria-label={t('selectOne', { code })} checked={isSelected} onChange={onToggle} />
      </span>
      <span role="cell" className="work-dossier">
        <Link to="/dossiers/$id" params={{ id: dossier.dossierId }} className="work-code">
          {code}
        </Link>
        <span className="quiet" title={procedure}>
          {procedure}
        </span>
      </span>
      <span role="cell" className="work-applicant">
        {dossier.applicantName ?? <span className="quiet">–</span>}
      </span>
      <span role="cell" className="work-step">
        <StatusName status={dossier.status} />
        <span className="quiet" title={place}>
          {place}
        </span>
      </span>
      <span role="cell" className="work-time">
        <TimeLeft
          minutes={minutes}
          due={clock?.due ?? null}
          timeZone={dossier.timeZone}
          share={minutes === null ? undefined : toShareLeft(dossier, minutes, now)}
        />
        {lateStep !== undefined && item.group !== 'late' && (
          <span className="work-late-step">▲ {t(lateStep.clock === 'transfer' ? 'lateTransfer' : 'lateStep')}</span>
        )}
      </span>
      <span role="cell" className="work-next">
        {next === undefined ? (
          <span className="quiet">{t('othersTurn')}</span>
        ) : (
          <Button
            onPress={() => {
              onAsk(next);
            }}
          >
            {ofDossier(`actions.${next}`)}
          </Button>
        )}
      </span>
    </div>
  );
}
