import type { UnitDocument } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { EntryHistory } from '../../../detail/entry-history.tsx';
import { EntryPanel } from '../../../detail/entry-panel.tsx';
import { OpenLink } from '../../../detail/open-link.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { useMayAdminister } from '../../../session/use-may-administer.ts';
import { Validity } from '../../../ui/validity.tsx';

/** A unit: where it lies, from when to when, from what it was formed and into what it went. */
export function UnitPanel({ unit, units }: { readonly unit: UnitDocument; readonly units: readonly UnitDocument[] }) {
  const { t } = useTranslation('organisation');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const mayEdit = useMayAdminister();
  const names = new Map(units.map(({ code, name }) => [code, format.name(name)]));
  const list = (codes: readonly string[]) =>
    codes.length === 0
      ? ofEdit('none')
      : codes.map((code) => (
          <span key={code} className="entry-name">
            <OpenLink code={code}>{names.get(code) ?? code}</OpenLink>{' '}
          </span>
        ));
  const successors = units.filter(({ predecessors }) => predecessors.includes(unit.code)).map(({ code }) => code);
  return (
    <EntryPanel title={format.name(unit.name)} mayEdit={mayEdit}>
      <dl className="facts">
        <dt>{ofEdit('code')}</dt>
        <dd>{unit.code}</dd>
        <dt>{t('kind')}</dt>
        <dd>{t(`kinds.${unit.kind}`)}</dd>
        <dt>{t('parent')}</dt>
        <dd>{list(unit.parent === null ? [] : [unit.parent])}</dd>
        <dt>{ofEdit('validity')}</dt>
        <dd>
          <Validity {...unit} />
        </dd>
        <dt>{t('calendar')}</dt>
        <dd>{unit.calendar ?? t('calendarAbove')}</dd>
        <dt>{t('dossierCode')}</dt>
        <dd>{unit.dossierCode ?? ofEdit('none')}</dd>
        <dt>{t('predecessors')}</dt>
        <dd>{list(unit.predecessors)}</dd>
        <dt>{t('successors')}</dt>
        <dd>{list(successors)}</dd>
      </dl>
      <EntryHistory kind="units" code={unit.code} />
    </EntryPanel>
  );
}
