import type { Account } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { matches } from '../../detail/fold-accents.ts';
import { OpenLink } from '../../detail/open-link.tsx';
import { useDetail } from '../../detail/use-detail.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/states.tsx';
import { AccountState } from './account-state.tsx';
import { usePostWords } from './use-post-words.ts';

/** Accounts that match what is looked for: a name, a post, a unit. */
export function AccountTable({ accounts }: { readonly accounts: readonly Account[] }) {
  const { t } = useTranslation('accounts');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const sayPost = usePostWords();
  const { open, q = '' } = useDetail();
  const rows = accounts.filter(({ id, displayName, posts }) => matches(q, [id, displayName, ...posts.map(sayPost)]));
  if (rows.length === 0) return <Empty>{ofEdit('nothingFound')}</Empty>;
  return (
    <DataTable
      label={t('title')}
      rows={rows}
      rowKey={({ id }) => id}
      openKey={open}
      columns={[
        { title: t('id'), cell: ({ id }) => <OpenLink code={id}>{id}</OpenLink> },
        { title: t('name'), cell: ({ displayName }) => displayName },
        { title: t('posts'), cell: ({ posts }) => posts.map(sayPost).join('; ') || t('noPost') },
        { title: t('state'), cell: (account) => <AccountState account={account} /> },
        {
          title: t('lastSignIn'),
          cell: ({ lastSignInAt }) => (lastSignInAt === null ? t('never') : format.moment(lastSignInAt)),
        },
      ]}
    />
  );
}
