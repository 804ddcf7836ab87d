import type { AccountPost } from '@motcua/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createAccount } from '../../api/account-queries.ts';
import { useWrite } from '../../api/use-write.ts';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { TextBox } from '../../ui/text-box.tsx';
import type { ShownPassword } from './one-time-password.tsx';
import { PostsFields } from './posts-fields.tsx';

export interface AccountDialogProps {
  readonly onMade: (shown: ShownPassword) => void;
  readonly onClose: () => void;
}

/** Somebody who shall be able to sign in. */
export function AccountDialog({ onMade, onClose }: AccountDialogProps) {
  const { t } = useTranslation('accounts');
  const [id, setId] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [posts, setPosts] = useState<readonly AccountPost[]>([]);
  const write = useWrite(createAccount, {
    changes: [['accounts']],
    onDone: ({ account, oneTimePassword }) => {
      if (oneTimePassword !== null) onMade({ id: account.id, password: oneTimePassword });
      onClose();
    },
  });
  return (
    <EditDialog
      title={t('newAccount')}
      onClose={onClose}
      onSave={() => {
        write.mutate({ id, displayName, posts: [...posts] });
      }}
      isPending={write.isPending}
      error={write.error}
      isIncomplete={id === '' || displayName.trim() === '' || posts.length === 0}
    >
      <TextBox label={t('id')} value={id} onChange={setId} isRequired autoComplete="off" />
      <p className="quiet">{t('idHow')}</p>
      <TextBox label={t('name')} value={displayName} onChange={setDisplayName} isRequired autoComplete="off" />
      <PostsFields posts={posts} onChange={setPosts} />
      <p className="quiet">{t('secondFactorHow')}</p>
    </EditDialog>
  );
}
