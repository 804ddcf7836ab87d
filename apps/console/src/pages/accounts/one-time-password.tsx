import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

/** A password that was just made, and whose it is. */
export interface ShownPassword {
  readonly id: string;
  readonly password: string;
}

/** The only place where it is ever seen: it stays until it was handed on. */
export function OneTimePassword({ shown, onDone }: { readonly shown: ShownPassword; readonly onDone: () => void }) {
  const { t } = useTranslation('accounts');
  return (
    <div className="one-time-password" role="status">
      <p>
        {t('password', { id: shown.id })} <code>{shown.password}</code>
      </p>
      <p className="quiet">{t('passwordHow')}</p>
      <Button onPress={onDone}>{t('passwordDone')}</Button>
    </div>
  );
}
