import { useTranslation } from 'react-i18next';
import './erasure.css';

const goes = ['person', 'others', 'words', 'links', 'papers'] as const;

/** What an erasure takes, and what is left: said before anybody asks for it or approves it. */
export function ErasureScope() {
  const { t } = useTranslation('applicant');
  return (
    <div className="erasure-scope">
      <p>{t('goes.title')}</p>
      <ul>
        {goes.map((part) => (
          <li key={part}>{t(`goes.${part}`)}</li>
        ))}
      </ul>
      <p>{t('stays')}</p>
    </div>
  );
}
