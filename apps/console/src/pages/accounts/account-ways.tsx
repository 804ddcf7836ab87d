import type { Account } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { changeAccount, resetPassword, type AccountChange } from '../../api/account-queries.ts';
import { useWrite } from '../../api/use-write.ts';
import { Button } from '../../ui/button.tsx';
import { Refused } from '../../ui/refused.tsx';
import type { ShownPassword } from './one-time-password.tsx';

const changes = [['accounts']];

export interface AccountWaysProps {
  readonly account: Account;
  /** Takes a password that was made, which nobody sees again. */
  readonly onPassword: (shown: ShownPassword) => void;
}

/** What an administrator can do to an account as it is now; whatever ends somebody's sessions is asked once more. */
export function AccountWays({ account, onPassword }: AccountWaysProps) {
  const { t } = useTranslation('accounts');
  const change = useWrite(changeAccount, { changes });
  const reset = useWrite(resetPassword, {
    changes,
    onDone: ({ account: { id }, oneTimePassword }) => {
      if (oneTimePassword !== null) onPassword({ id, password: oneTimePassword });
    },
  });
  const error = change.error ?? reset.error;
  const isPending = change.isPending || reset.isPending;
  const sure = (way: AccountChange | 'password-reset'): boolean => window.confirm(t(`sure.${way}`, { id: account.id }));
  const way = (name: AccountChange, isAsked: boolean) => (
    <Button
      isDisabled={isPending}
      onPress={() => {
        if (!isAsked || sure(name)) change.mutate({ account, change: name });
      }}
    >
      {t(`ways.${name}`)}
    </Button>
  );
  return (
    <>
      {error !== null && <Refused error={error} />}
      <div className="account-ways">
        {account.lockedPlaces > 0 && way('unlock', false)}
        <Button
          isDisabled={isPending}
          onPress={() => {
            if (sure('password-reset')) reset.mutate(account);
          }}
        >
          {t('ways.password-reset')}
        </Button>
        {account.secondFactor === 'enrolled' && way('second-factor-reset', true)}
        {account.state === 'active' ? way('disable', true) : way('enable', false)}
      </div>
    </>
  );
}
