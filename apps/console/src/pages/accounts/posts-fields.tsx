import type { AccountPost, AccountRole } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useScope } from '../../scope/use-scope.ts';
import { roles } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';

const everywhere = '';

export interface PostsFieldsProps {
  readonly posts: readonly AccountPost[];
  readonly onChange: (posts: readonly AccountPost[]) => void;
}

/** The posts of an account, a line each: what somebody is, and where. Only an administrator may be bound to no unit. */
export function PostsFields({ posts, onChange }: PostsFieldsProps) {
  const { t } = useTranslation('accounts');
  const { t: ofShell } = useTranslation('shell');
  const { t: ofEdit } = useTranslation('edit');
  const format = useFormat();
  const { allowed, unit } = useScope();
  const [first] = allowed;
  const fallback = unit ?? first?.unit.code ?? everywhere;
  const replace = (index: number, post: AccountPost): void => {
    onChange(posts.map((one, at) => (at === index ? post : one)));
  };
  const units = allowed.map((one) => ({ value: one.unit.code, label: format.name(one.unit.name), depth: one.depth }));
  return (
    <fieldset className="posts-fields">
      <legend>{t('posts')}</legend>
      {posts.map((post, index) => (
        <div key={index} className="post-line">
          <Choice<AccountRole>
            label={t('role')}
            options={roles.map((value) => ({ value, label: ofShell(`roles.${value}`) }))}
            value={post.role}
            onChange={(role) => {
              replace(index, toPost(role, role === 'admin' ? post.unit : (post.unit ?? fallback)));
            }}
          />
          <Choice
            label={t('unit')}
            options={post.role === 'admin' ? [{ value: everywhere, label: t('everywhere') }, ...units] : units}
            value={post.unit ?? everywhere}
            onChange={(chosen) => {
              replace(index, toPost(post.role, chosen === everywhere ? undefined : chosen));
            }}
          />
          <Button
            onPress={() => {
              onChange(posts.filter((_one, at) => at !== index));
            }}
          >
            {ofEdit('remove')}
          </Button>
        </div>
      ))}
      <Button
        onPress={() => {
          onChange([...posts, toPost('specialist', fallback)]);
        }}
      >
        {t('addPost')}
      </Button>
    </fieldset>
  );
}

const toPost = (role: AccountRole, unit: string | undefined): AccountPost => (unit === undefined ? { role } : { role, unit });
