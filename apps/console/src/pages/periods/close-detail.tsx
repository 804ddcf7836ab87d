import type { PeriodClose } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { closeQuery, decideClose } from '../../api/period-close-queries.ts';
import { useWrite } from '../../api/use-write.ts';
import { useUnitName } from '../../dossier/use-names.ts';
import { formatMonth } from '../../format/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useSession } from '../../session/session-context.ts';
import { Answer } from '../../ui/answer.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Refused } from '../../ui/refused.tsx';
import { CloseComparison } from './close-comparison.tsx';

/** One closed month: who closed it, by what was known when, and what has changed since. */
export function CloseDetail({ id }: { readonly id: string }) {
  const query = useQuery(closeQuery(id));
  return (
    <Answer query={query} height={240}>
      {(close) => <Close close={close} />}
    </Answer>
  );
}

function Close({ close }: { readonly close: PeriodClose }) {
  const { t } = useTranslation('closes');
  const format = useFormat();
  const unitName = useUnitName();
  const { override, link } = close;
  return (
    <Panel title={`${unitName(close.unit)} · ${formatMonth(close.month)} · ${t(`states.${close.state}`)}`}>
      <dl className="close-facts">
        <dt>{t('knownAt')}</dt>
        <dd>{format.moment(close.knownAt)}</dd>
        <dt>{t('proposedBy')}</dt>
        <dd>
          {close.proposedBy} · {format.moment(close.proposedAt)}
        </dd>
        {close.decidedBy !== null && close.decidedAt !== null && (
          <>
            <dt>{close.state === 'withdrawn' ? t('withdrawnBy') : t('decidedBy')}</dt>
            <dd>
              {close.decidedBy} · {format.moment(close.decidedAt)}
            </dd>
          </>
        )}
      </dl>
      {override !== null && (
        <p className="close-override">
          {t('override', { ...override, lagging: format.count(override.lagging), parked: format.count(override.parked) })}
        </p>
      )}
      {link !== null && (
        <p className="close-link" title={link.hash}>
          {t('chain', { sequence: format.count(link.sequence) })}: <code>{link.hash.slice(0, 16)}…</code>
        </p>
      )}
      {close.state === 'proposed' && <Decision close={close} />}
      {close.state !== 'withdrawn' && <CloseComparison id={close.id} />}
    </Panel>
  );
}

/** Of whoever may: confirming is another person's than proposing. */
function Decision({ close: { id, unit, month, proposedBy } }: { readonly close: PeriodClose }) {
  const { t } = useTranslation('closes');
  const unitName = useUnitName();
  const { person, post } = useSession();
  const write = useWrite(decideClose, {
    changes: [
      ['period-closes', unit],
      ['period-close', id],
    ],
  });
  if (post.role !== 'head' && post.role !== 'leader') return null;
  const isOwn = person.sub === proposedBy;
  return (
    <div className="close-decision">
      <p>{isOwn ? t('notYourself') : t('confirmHow', { unit: unitName(unit), month: formatMonth(month) })}</p>
      {!isOwn && (
        <Button
          kind="main"
          isDisabled={write.isPending}
          onPress={() => {
            write.mutate({ id, decision: 'confirmation' });
          }}
        >
          {t('confirm')}
        </Button>
      )}
      <Button
        isDisabled={write.isPending}
        onPress={() => {
          write.mutate({ id, decision: 'withdrawal' });
        }}
      >
        {t('withdraw')}
      </Button>
      {write.error !== null && <Refused error={write.error} />}
    </div>
  );
}
