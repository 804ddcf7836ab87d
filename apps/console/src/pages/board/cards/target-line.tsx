import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';

/** What is aimed at, or that nothing is. */
export function TargetLine({ target }: { readonly target: number | undefined }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  return (
    <span className="card-quiet">{target === undefined ? t('noTarget') : t('target', { target: format.fraction(target) })}</span>
  );
}
