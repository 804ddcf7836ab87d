import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../ui/states.tsx';

export function PageNotFound() {
  const { t } = useTranslation('states');
  return <NotFound home={<Link to="/">{t('home')}</Link>} />;
}
