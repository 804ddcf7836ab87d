import type { CashUp } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cashUpQuery, takingsQuery } from '../../api/fee-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useScope } from '../../scope/use-scope.ts';
import { Answer } from '../../ui/answer.tsx';
import { DateBox } from '../../ui/date-box.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { FeeSums } from './fee-sums.tsx';
import { TakingTable } from './taking-table.tsx';
import './fees.css';

const route = getRouteApi('/fees');

/** What the counters of a unit took on a day: sums, and the list that they are of. */
export function FeesPage() {
  const { t } = useTranslation('fees');
  const { unit, today } = useScope();
  const { day = today } = route.useSearch();
  const navigate = route.useNavigate();
  if (unit === undefined) return <Loading height={480} />;
  return (
    <article className="fees">
      <header className="fees-head">
        <h1>{t('title')}</h1>
        <DateBox
          label={t('day')}
          value={day}
          onChange={(chosen) => {
            if (chosen !== null) void navigate({ search: (before) => ({ ...before, day: chosen }), replace: true });
          }}
        />
        <ExportLinks path="/v1/fees/export" query={{ unit, from: day, to: day }} />
      </header>
      <Day unit={unit} day={day} />
      <p className="page-help">{t('help')}</p>
    </article>
  );
}

function Day(of: { readonly unit: string; readonly day: string }) {
  const { t } = useTranslation('fees');
  const sums = useQuery(cashUpQuery(of));
  const takings = useQuery(takingsQuery(of));
  return (
    <Answer query={sums} height={420}>
      {(cashUp) =>
        cashUp.total.number + cashUp.cancelled.number === 0 ? (
          <Empty>{t('none')}</Empty>
        ) : (
          <>
            <Total cashUp={cashUp} />
            <FeeSums cashUp={cashUp} />
            <Answer query={takings} height={240}>
              {(list) => <TakingTable takings={list} />}
            </Answer>
          </>
        )
      }
    </Answer>
  );
}

function Total({ cashUp: { total, cancelled, asOf } }: { readonly cashUp: CashUp }) {
  const { t } = useTranslation('fees');
  const format = useFormat();
  return (
    <p className="fees-total">
      <strong>{t('amount', { amount: format.count(total.amount) })}</strong>{' '}
      <span>{t('times', { number: format.count(total.number) })}</span>{' '}
      {cancelled.number > 0 && (
        <span className="quiet">
          {t('cancelled', { number: format.count(cancelled.number), amount: format.count(cancelled.amount) })}
        </span>
      )}{' '}
      <span className="quiet">{t('asOf', { at: format.moment(asOf) })}</span>
    </p>
  );
}
