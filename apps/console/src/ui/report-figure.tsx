import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';

/** A letter to whoever answers for the figures, with what they need to find it: the page as it stands, and the moment. */
export function ReportFigure() {
  const { t } = useTranslation('states');
  const format = useFormat();
  const write = (): void => {
    const body = t('reportBody', { address: window.location.href, at: format.moment(new Date().toISOString()) });
    window.location.href = `mailto:?subject=${encodeURIComponent(t('report'))}&body=${encodeURIComponent(body)}`;
  };
  return (
    <button type="button" className="link-button" onClick={write}>
      {t('report')}
    </button>
  );
}
