import { AccountPost } from '@motcua/contracts';
import { InvalidArgumentError } from 'commander';

/** `head@xa-thanh-ba`, or `admin` alone; each option adds one. */
export function parsePost(text: string, before: readonly AccountPost[] = []): AccountPost[] {
  const [role, unit, ...rest] = text.split('@');
  const post = AccountPost.safeParse({ role, ...(unit === undefined ? {} : { unit }) });
  if (!post.success || rest.length > 0)
    throw new InvalidArgumentError('A post is written role@unit, for example head@xa-thanh-ba.');
  return [...before, post.data];
}

export const formatPost = ({ role, unit }: AccountPost): string => (unit === undefined ? role : `${role}@${unit}`);
