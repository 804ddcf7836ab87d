import type { CalendarChangePreview } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useScope } from '../../scope/use-scope.ts';

/** What a change of the calendar would move: how many dossiers of which unit, and some of them. */
export function Moves({ moves }: { readonly moves: CalendarChangePreview }) {
  const { t } = useTranslation('calendars');
  const format = useFormat();
  const { units } = useScope();
  const names = new Map(units.map(({ code, name }) => [code, format.name(name)]));
  const at = (moment: string | null): string => (moment === null ? '–' : format.moment(moment));
  return (
    <div role="status">
      <p>
        <strong>{moves.dossiers === 0 ? t('nothingMoves') : t('moves', { number: format.count(moves.dossiers) })}</strong>
      </p>
      <ul>
        {moves.units.map(({ unit, dossiers, earlier, later }) => (
          <li key={unit}>
            {names.get(unit) ?? unit}:{' '}
            {t('unitMoves', { dossiers: format.count(dossiers), earlier: format.count(earlier), later: format.count(later) })}
          </li>
        ))}
      </ul>
      <ul className="quiet">
        {moves.sample.slice(0, 5).map(({ dossierId, code, before, after }) => (
          <li key={dossierId}>
            {code ?? dossierId}: {at(before)} → {at(after)}
          </li>
        ))}
      </ul>
    </div>
  );
}
