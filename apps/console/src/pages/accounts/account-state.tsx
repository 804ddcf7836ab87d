import type { Account } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../ui/status-mark.tsx';

/** Whether somebody can sign in now, and what stands in the way. */
export function AccountState({ account: { state, lockedPlaces } }: { readonly account: Account }) {
  const { t } = useTranslation('accounts');
  if (state === 'disabled') return <StatusMark status="paused">{t('states.disabled')}</StatusMark>;
  if (lockedPlaces > 0) return <StatusMark status="dueSoon">{t('states.waiting')}</StatusMark>;
  return <StatusMark status="onTime">{t('states.active')}</StatusMark>;
}
