import type { DossierSnapshot } from '@motcua/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formsQuery } from '../../api/form-queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Answer } from '../../ui/answer.tsx';
import { Panel } from '../../ui/panel.tsx';
import { usePrintsSlips } from '../slip/use-slip-kind.ts';
import { FormLink } from './form-link.tsx';

/** The statutory forms of a dossier, to be opened and printed; for who handles it. */
export function DossierForms({ dossier }: { readonly dossier: DossierSnapshot }) {
  return usePrintsSlips() ? <Offered dossier={dossier} /> : null;
}

function Offered({ dossier: { dossierId, dossierVersion, timeZone } }: { readonly dossier: DossierSnapshot }) {
  const { t } = useTranslation('forms');
  const format = useFormat();
  const query = useQuery(formsQuery(dossierId, dossierVersion));
  return (
    <Panel title={t('title')}>
      <Answer query={query} height={48}>
        {({ forms }) =>
          forms.length === 0 ? (
            <p>{t('none')}</p>
          ) : (
            <ul className="form-list">
              {forms.map(({ form, version, title, formNumber, circular, occurredAt, path }) => (
                <li key={`${form}/${version}`}>
                  <FormLink path={path}>
                    <span lang="vi">{title}</span>
                  </FormLink>{' '}
                  <small>{t('about', { number: formNumber, circular, at: format.moment(occurredAt, timeZone) })}</small>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
}
