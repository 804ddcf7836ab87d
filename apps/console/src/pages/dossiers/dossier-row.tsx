import type { DossierLine } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { DossierLink } from '../../dossier/dossier-link.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { StatusMark } from '../../ui/status-mark.tsx';

export interface DossierRowProps {
  readonly line: DossierLine;
  readonly index: number;
  /** Where it lies, in pixels from the first. */
  readonly top: number;
  readonly unit: string;
  readonly procedure: string;
}

export function DossierRow({ line, index, top, unit, procedure }: DossierRowProps) {
  const { t } = useTranslation('list');
  const format = useFormat();
  const at = (moment: string | null): string => (moment === null ? '–' : format.moment(moment, line.timeZone));
  return (
    <div role="row" aria-rowindex={index + 2} className="dossier-row" style={{ transform: `translateY(${top}px)` }}>
      <span role="cell" className="dossier-code">
        <DossierLink {...line} />
      </span>
      <span role="cell">
        <StatusMark status={line.isLate ? 'late' : 'onTime'} />
      </span>
      <span role="cell" title={unit}>
        {unit}
      </span>
      <span role="cell" title={procedure}>
        {procedure}
      </span>
      <span role="cell">{t(`channels.${line.channel as 'online'}`, { defaultValue: line.channel })}</span>
      <span role="cell">{at(line.receivedAt)}</span>
      <span role="cell">{at(line.currentDue)}</span>
      <span role="cell">{at(line.endedAt)}</span>
    </div>
  );
}
