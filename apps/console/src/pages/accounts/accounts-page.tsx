import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountsQuery } from '../../api/account-queries.ts';
import { ApiProblem } from '../../api/problem.ts';
import { SearchTools } from '../../detail/search-tools.tsx';
import { useDetail } from '../../detail/use-detail.ts';
import { Answer } from '../../ui/answer.tsx';
import { Split } from '../../ui/split.tsx';
import { Empty } from '../../ui/states.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { AccountPanel } from './account-panel.tsx';
import { AccountTable } from './account-table.tsx';
import { OneTimePassword, type ShownPassword } from './one-time-password.tsx';
import { PostsDialog } from './posts-dialog.tsx';
import './accounts.css';

/** Who can sign in, in which posts, and what an administrator does about it. */
export function AccountsPage() {
  const { t } = useTranslation('accounts');
  const { open, edit, choose } = useDetail();
  const [password, setPassword] = useState<ShownPassword>();
  const query = useQuery(accountsQuery);
  const close = (): void => {
    choose({ edit: undefined });
  };
  return (
    <article>
      <h1 className="page-title">{t('title')}</h1>
      {password !== undefined && (
        <OneTimePassword
          shown={password}
          onDone={() => {
            setPassword(undefined);
          }}
        />
      )}
      {isElsewhere(query.error) ? (
        <Empty>{t('elsewhere')}</Empty>
      ) : (
        <Answer query={query} height={500}>
          {(accounts) => {
            const opened = accounts.find(({ id }) => id === open);
            return (
              <>
                <SearchTools />
                <Split
                  beside={
                    opened === undefined ? undefined : <AccountPanel key={opened.id} account={opened} onPassword={setPassword} />
                  }
                >
                  <AccountTable accounts={accounts} />
                </Split>
                {edit === 'new' && <AccountDialog onMade={setPassword} onClose={close} />}
                {edit === 'open' && opened !== undefined && <PostsDialog account={opened} onClose={close} />}
              </>
            );
          }}
        </Answer>
      )}
      <p className="page-help">{t('help')}</p>
    </article>
  );
}

/** Where people sign in at a provider of their own, the installation has no accounts and no such path. */
const isElsewhere = (error: unknown): boolean => error instanceof ApiProblem && error.status === 404;
