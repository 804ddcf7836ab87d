import type { ApplicantErasureList } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { waitingErasuresQuery } from '../../../api/applicant-queries.ts';
import { ErasureButtons } from '../../../dossier/applicant/erasure-buttons.tsx';
import { DossierLink } from '../../../dossier/dossier-link.tsx';
import { useUnitName } from '../../../dossier/use-names.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Empty } from '../../../ui/states.tsx';
import '../../../ui/plain-list.css';

type Line = ApplicantErasureList['erasures'][number];

/** Whose personal data are asked to be erased, the oldest first. */
export function ErasuresList({ unit }: { readonly unit: string }) {
  const { t } = useTranslation('applicant');
  const query = useQuery(waitingErasuresQuery(unit));
  return (
    <section className="erasure-list" aria-label={t('listTitle')}>
      <h2>{t('listTitle')}</h2>
      <Answer query={query} height={120}>
        {({ erasures }) =>
          erasures.length === 0 ? (
            <Empty>{t('listEmpty')}</Empty>
          ) : (
            <ul className="plain-list">
              {erasures.map((line) => (
                <ErasureLine key={line.dossierId} line={line} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function ErasureLine({ line }: { readonly line: Line }) {
  const { t } = useTranslation('applicant');
  const format = useFormat();
  const unitName = useUnitName();
  const { ground, askedBy, askedAt, responsibleUnit } = line;
  return (
    <li className="plain-line">
      <div className="plain-main">
        <DossierLink {...line} />
        <span className="quiet">{unitName(responsibleUnit)}</span>
      </div>
      <div className="plain-main">
        <span className="plain-whole">
          {t('listLine', { ground: t(`grounds.${ground}`), by: askedBy ?? '–', at: format.moment(askedAt) })}
        </span>
      </div>
      <ErasureButtons erasure={line} code={line.code ?? line.sourceCode ?? ''} />
    </li>
  );
}
