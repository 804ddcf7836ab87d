import { useTranslation } from 'react-i18next';
import { EntryPanel } from '../../detail/entry-panel.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { AccountState } from './account-state.tsx';
import { AccountWays, type AccountWaysProps } from './account-ways.tsx';
import { usePostWords } from './use-post-words.ts';

/** One account: its posts, how it signs in, and what can be done about it. */
export function AccountPanel({ account, onPassword }: AccountWaysProps) {
  const { t } = useTranslation('accounts');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const sayPost = usePostWords();
  const { displayName, posts, secondFactor, mustChangePassword, lockedPlaces, lastSignInAt } = account;
  return (
    <EntryPanel title={displayName} mayEdit>
      <dl className="facts">
        <dt>{t('id')}</dt>
        <dd>{account.id}</dd>
        <dt>{t('posts')}</dt>
        <dd>
          {posts.length === 0 ? (
            t('noPost')
          ) : (
            <ul>
              {posts.map((post) => (
                <li key={sayPost(post)}>{sayPost(post)}</li>
              ))}
            </ul>
          )}
        </dd>
        <dt>{t('state')}</dt>
        <dd>
          <AccountState account={account} />
        </dd>
        <dt>{t('secondFactor')}</dt>
        <dd>{t(`secondFactors.${secondFactor}`)}</dd>
        <dt>{t('mustChange')}</dt>
        <dd>{ofEdit(mustChangePassword ? 'yes' : 'no')}</dd>
        <dt>{t('lockedPlaces')}</dt>
        <dd>{format.count(lockedPlaces)}</dd>
        <dt>{t('lastSignIn')}</dt>
        <dd>{lastSignInAt === null ? t('never') : format.moment(lastSignInAt)}</dd>
      </dl>
      <AccountWays account={account} onPassword={onPassword} />
    </EntryPanel>
  );
}
