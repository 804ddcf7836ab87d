import type { RebuildStatus, VerifyReport } from '@motcua/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rebuildQuery, startRebuild, verify } from '../../api/operations-queries.ts';
import { useWrite } from '../../api/use-write.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Answer } from '../../ui/answer.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Refused } from '../../ui/refused.tsx';

/** That figures equal a recomputation; and building them anew, beside those in use. */
export const ProofPart = () => (
  <div className="operations-list">
    <Verification />
    <Rebuild />
  </div>
);

function Verification() {
  const { t } = useTranslation('operations');
  const check = useMutation({ mutationFn: verify });
  return (
    <Panel
      title={t('verify')}
      aside={
        <Button
          isDisabled={check.isPending}
          onPress={() => {
            check.mutate();
          }}
        >
          {check.isPending ? t('verifying') : t('verifyNow')}
        </Button>
      }
    >
      <p className="quiet">{t('verifyHow')}</p>
      {check.error !== null && <Refused error={check.error} />}
      {check.data !== undefined && <Outcome report={check.data} />}
    </Panel>
  );
}

function Outcome({ report }: { readonly report: VerifyReport }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { outcome, checked, differenceCount, reason } = report;
  const isEqual = outcome === 'equal';
  return (
    <div role="status">
      <p className={isEqual ? 'service-state service-good' : 'service-state service-bad'}>
        <span aria-hidden>{isEqual ? '●' : '▲'}</span> {t(`outcomes.${outcome}`)}
      </p>
      <p>
        {t('checked', {
          dossiers: format.count(checked.dossiers),
          cells: format.count(checked.cells),
          figures: format.count(checked.figures),
        })}
      </p>
      {differenceCount > 0 && <p>{t('differences', { number: format.count(differenceCount) })}</p>}
      {reason !== null && <p>{reason}</p>}
    </div>
  );
}

function Rebuild() {
  const { t } = useTranslation('operations');
  const query = useQuery(rebuildQuery);
  const start = useWrite(startRebuild, { changes: [['rebuild']] });
  return (
    <Panel
      title={t('rebuild')}
      aside={
        <Button
          isDisabled={start.isPending || query.data?.state === 'running'}
          onPress={() => {
            if (window.confirm(t('rebuildSure'))) start.mutate();
          }}
        >
          {t('rebuildNow')}
        </Button>
      }
    >
      <p className="quiet">{t('rebuildHow')}</p>
      {start.error !== null && <Refused error={start.error} />}
      <Answer query={query} height={60}>
        {(status) => <Progress status={status} />}
      </Answer>
    </Panel>
  );
}

function Progress({ status }: { readonly status: RebuildStatus }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { state, events, total, dossiers, unreadable, reason, endedAt } = status;
  return (
    <div role="status">
      <p>
        {t(`rebuilds.${state}`)}
        {endedAt !== null && ` · ${format.moment(endedAt)}`}
      </p>
      {state !== 'none' && (
        <>
          <progress max={Math.max(total, 1)} value={events} aria-label={t('rebuild')} />
          <p>
            {t('rebuilt', { events: format.count(events), total: format.count(total), dossiers: format.count(dossiers) })}
            {unreadable > 0 && ` · ${t('unreadable', { number: format.count(unreadable) })}`}
          </p>
        </>
      )}
      {reason !== null && <p>{reason}</p>}
    </div>
  );
}
