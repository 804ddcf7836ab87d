import type { OverdueCauseRecord } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { DossierLink } from '../../../dossier/dossier-link.tsx';
import { useUnitName } from '../../../dossier/use-names.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.ts';
import { Button } from '../../../ui/button.tsx';

/** A dossier with the cause of its being late, and who said so. */
export function CauseLine({ record, onAsk }: { readonly record: OverdueCauseRecord; readonly onAsk: () => void }) {
  const { t } = useTranslation('worklist');
  const format = useFormat();
  const unitName = useUnitName();
  const { post } = useSession();
  return (
    <li className="plain-line">
      <div className="plain-main">
        <DossierLink {...record} />
        <span className="quiet">
          {unitName(record.unit)} · {record.officer ?? t('nobody')}
        </span>
      </div>
      <div className="plain-main">
        <strong>{record.cause === null ? t('causes.none') : t(`causes.names.${record.cause}`)}</strong>
        <span className="quiet">
          {t('causes.since', { at: format.moment(record.overdueSince, record.timeZone) })} ·{' '}
          {record.judgedBy === 'rules' ? t('causes.byRules') : t('causes.byHead', { actor: record.judgedBy })}
        </span>
      </div>
      {post.role === 'head' && <Button onPress={onAsk}>{t('causes.correct')}</Button>}
    </li>
  );
}
