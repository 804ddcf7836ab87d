import type { ServiceHealth } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { healthQuery, services, type ServiceName } from '../../api/operations-queries.ts';
import { Answer } from '../../ui/answer.tsx';
import { Panel } from '../../ui/panel.tsx';
import { listSigns, type Sign } from './list-signs.ts';
import { useSayPart, useSaySign } from './use-say-sign.ts';

/** Each service: whether it is ready, why not, how far behind it is. */
export const ServicesPart = () => (
  <div className="services">
    {services.map((service) => (
      <Service key={service} service={service} />
    ))}
  </div>
);

function Service({ service }: { readonly service: ServiceName }) {
  const { t } = useTranslation('operations');
  const query = useQuery(healthQuery(service));
  return (
    <Panel title={t(`services.${service}`)} aside={<span className="quiet">{service}</span>}>
      <Answer query={query} height={120}>
        {(health) => (query.error === null ? <Health health={health} /> : <Away />)}
      </Answer>
    </Panel>
  );
}

/** It answered once and does not now: what it said is no longer so. */
function Away() {
  const { t } = useTranslation('operations');
  return (
    <p className="service-state service-bad">
      <span aria-hidden>▲</span> {t('away')}
    </p>
  );
}

function Health({ health }: { readonly health: ServiceHealth }) {
  const { t } = useTranslation('operations');
  const saySign = useSaySign();
  const sayPart = useSayPart();
  const isReady = health.status === 'ready';
  return (
    <>
      <p className={isReady ? 'service-state service-good' : 'service-state service-bad'}>
        <span aria-hidden>{isReady ? '●' : '▲'}</span> {isReady ? t('ready') : t('notReady')}
      </p>
      {health.reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <dl className="facts">
        {listSigns(health).map((one) => (
          <div key={`${one.part} ${one.sign}`} className="sign">
            <dt>
              {t(`signs.${one.sign}`)} {namesPart(one) && <span className="quiet">({sayPart(one.part)})</span>}
            </dt>
            <dd>{saySign(one)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Several parts of a service have a state, and some services two parts of one kind. */
const namesPart = ({ part, sign }: Sign): boolean => sign === 'state' || part.includes(' ');
