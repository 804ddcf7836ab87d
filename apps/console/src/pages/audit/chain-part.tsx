import { apiServices, type ApiService } from '@motcua/contracts/api-services';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { verifyAudit } from '../../api/audit-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Refused } from '../../ui/refused.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

/** Each entry is chained to the one before it: whether every service's chain is what its entries make. */
export const ChainPart = () => (
  <ul className="chain-list">
    {apiServices.map((service) => (
      <li key={service}>
        <Chain service={service} />
      </li>
    ))}
  </ul>
);

function Chain({ service }: { readonly service: ApiService }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const check = useMutation({ mutationFn: verifyAudit });
  const { data } = check;
  return (
    <Panel
      title={t(`services.${service}`)}
      aside={
        <Button
          isDisabled={check.isPending}
          onPress={() => {
            check.mutate(service);
          }}
        >
          {t(check.isPending ? 'checking' : 'check')}
        </Button>
      }
    >
      {check.error !== null && <Refused error={check.error} />}
      <p role="status">
        {data === undefined ? (
          <span className="quiet">{t('notChecked')}</span>
        ) : data.broken === null ? (
          <StatusMark status="onTime">
            {t('whole', { links: format.count(data.links), unsealed: format.count(data.unsealed) })}
          </StatusMark>
        ) : (
          <StatusMark status="late">
            {t(`broken.${data.broken.why}`, { sequence: format.count(data.broken.sequence) })}
          </StatusMark>
        )}
      </p>
    </Panel>
  );
}
