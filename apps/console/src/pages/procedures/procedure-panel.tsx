import type { ProcedureDocument } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { EntryHistory } from '../../detail/entry-history.tsx';
import { EntryPanel } from '../../detail/entry-panel.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useMayAdminister } from '../../session/use-may-administer.ts';
import { Validity } from '../../ui/validity.tsx';
import { useSayLimit } from './use-say-limit.ts';

/** A procedure: within what it is done, what is to be brought, what comes out of it. */
export function ProcedurePanel({ procedure }: { readonly procedure: ProcedureDocument }) {
  const { t } = useTranslation('procedures');
  const { t: ofEdit } = useTranslation('edit');
  const { t: ofUnits } = useTranslation('organisation');
  const format = useFormat();
  const sayLimit = useSayLimit();
  const mayEdit = useMayAdminister();
  const { code, name, fieldName, levels, limit, maxLimit, serviceLevel, steps, components, results } = procedure;
  return (
    <EntryPanel title={format.name(name)} mayEdit={mayEdit}>
      <dl className="facts">
        <dt>{ofEdit('code')}</dt>
        <dd>{code}</dd>
        <dt>{t('field')}</dt>
        <dd>{format.name(fieldName)}</dd>
        <dt>{t('levels')}</dt>
        <dd>{levels.map((level) => ofUnits(`kinds.${level}`)).join('; ')}</dd>
        <dt>{t('limit')}</dt>
        <dd>{sayLimit(limit)}</dd>
        <dt>{t('maxLimit')}</dt>
        <dd>{sayLimit(maxLimit)}</dd>
        <dt>{t('serviceLevel')}</dt>
        <dd>{t(`serviceLevels.${serviceLevel}`)}</dd>
        <dt>{ofEdit('validity')}</dt>
        <dd>
          <Validity {...procedure} />
        </dd>
      </dl>
      <List title={t('components')} absent={t('componentsAbsent')}>
        {components?.map((component) => ({
          code: component.code,
          text: `${format.name(component.name)} · ${t('copies', { number: component.copies })} · ${t(`scans.${component.scan}`)}`,
        }))}
      </List>
      <List title={t('results')} absent={t('resultsAbsent')}>
        {results?.map((result) => ({ code: result.code, text: format.name(result.name) }))}
      </List>
      {steps !== undefined && (
        <List title={t('steps')} absent="">
          {steps.map((step) => ({ code: step.code, text: `${format.name(step.name)} · ${sayLimit(step.limit)}` }))}
        </List>
      )}
      <EntryHistory kind="procedures" code={code} />
    </EntryPanel>
  );
}

interface ListProps {
  readonly title: string;
  /** What it means that nothing is listed. */
  readonly absent: string;
  readonly children: readonly { readonly code: string; readonly text: string }[] | undefined;
}

const List = ({ title, absent, children }: ListProps) => (
  <>
    <h3 className="entry-part">{title}</h3>
    {children === undefined ? (
      <p className="quiet">{absent}</p>
    ) : (
      <ul className="entry-list">
        {children.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    )}
  </>
);
