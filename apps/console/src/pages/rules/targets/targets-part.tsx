import type { Target } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { indicatorsQuery, targetsQuery } from '../../../api/board-queries.ts';
import { OpenLink } from '../../../detail/open-link.tsx';
import { useDetail } from '../../../detail/use-detail.ts';
import { formatMonth } from '../../../format/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useMayAdminister } from '../../../session/use-may-administer.ts';
import { useScope } from '../../../scope/use-scope.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Empty, Loading } from '../../../ui/states.tsx';
import { Validity } from '../../../ui/validity.tsx';
import { TargetDialog } from './target-dialog.tsx';

const toKey = ({ unit, indicator }: Target): string => `${unit} ${indicator}`;

/** What units aim at, and how this month stands against it. */
export function TargetsPart() {
  const { t } = useTranslation('rules');
  const { t: ofEdit } = useTranslation('edit');
  const { unit } = useScope();
  const mayEdit = useMayAdminister();
  const { open, edit, choose } = useDetail();
  const query = useQuery({ ...targetsQuery(unit ?? ''), enabled: unit !== undefined });
  const close = (): void => {
    choose({ edit: undefined, open: undefined });
  };
  if (unit === undefined) return <Loading height={300} />;
  return (
    <Answer query={query} height={300}>
      {(targets) => {
        const opened = targets.find((target) => toKey(target) === open);
        return (
          <>
            {mayEdit && (
              <p className="tools">
                <Button
                  onPress={() => {
                    choose({ edit: 'new', open: undefined });
                  }}
                >
                  {ofEdit('add')}
                </Button>
              </p>
            )}
            {targets.length === 0 ? <Empty>{t('noTargets')}</Empty> : <TargetTable targets={targets} />}
            {mayEdit && (edit === 'new' || opened !== undefined) && (
              <TargetDialog {...(opened === undefined ? {} : { target: opened })} unit={unit} onClose={close} />
            )}
          </>
        );
      }}
    </Answer>
  );
}

function TargetTable({ targets }: { readonly targets: readonly Target[] }) {
  const { t } = useTranslation('rules');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const mayEdit = useMayAdminister();
  const { units } = useScope();
  const { data: indicators = [] } = useQuery(indicatorsQuery);
  const unitNames = new Map(units.map(({ code, name }) => [code, format.name(name)]));
  const indicatorNames = new Map(indicators.map(({ id, name }) => [id, format.name(name)]));
  return (
    <DataTable
      label={t('tabs.targets')}
      rows={targets}
      rowKey={toKey}
      columns={[
        {
          title: t('indicator'),
          cell: (target) => {
            const name = indicatorNames.get(target.indicator) ?? target.indicator;
            return mayEdit ? <OpenLink code={toKey(target)}>{name}</OpenLink> : name;
          },
        },
        { title: t('unit'), cell: ({ unit }) => unitNames.get(unit) ?? unit },
        { title: t('target'), isNumber: true, cell: ({ target }) => format.fraction(target) },
        { title: t('value'), isNumber: true, cell: ({ value }) => (value === null ? '–' : format.fraction(value)) },
        {
          title: t('state'),
          cell: ({ state, period }) => `${t(`targetStates.${state}`)}${period === null ? '' : ` (${formatMonth(period)})`}`,
        },
        { title: ofEdit('validity'), cell: (target) => <Validity {...target} /> },
      ]}
    />
  );
}
