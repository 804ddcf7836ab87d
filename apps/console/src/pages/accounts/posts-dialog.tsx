import type { Account } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putAccountPosts } from '../../api/account-queries.ts';
import { useWrite } from '../../api/use-write.ts';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { PostsFields } from './posts-fields.tsx';

/** What somebody may act as from now on; who is signed in is asked to sign in again. */
export function PostsDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const [posts, setPosts] = useState(account.posts);
  const write = useWrite(putAccountPosts, { changes: [['accounts']], onDone: onClose });
  return (
    <EditDialog
      title={account.displayName}
      onClose={onClose}
      onSave={() => {
        write.mutate({ account, posts });
      }}
      isPending={write.isPending}
      error={write.error}
    >
      <PostsFields
        posts={posts}
        onChange={(next) => {
          setPosts([...next]);
        }}
      />
      <p className="quiet">{t('postsHow')}</p>
    </EditDialog>
  );
}
