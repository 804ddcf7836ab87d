import type { Account, AccountWithPassword } from '@motcua/contracts';
import { toTable } from '@motcua/terminal';
import pc from 'picocolors';
import { formatPost } from './parse-post.ts';

const columns = ['TÊN / NAME', 'HỌ TÊN / PERSON', 'VAI TRÒ / POSTS', 'BƯỚC HAI / SECOND STEP', 'TRẠNG THÁI / STATE'];
const secondSteps: Readonly<Record<Account['secondFactor'], string>> = { none: '–', asked: 'asked', enrolled: pc.green('✓') };

export function toAccountLines(accounts: readonly Account[]): string[] {
  if (accounts.length === 0) return ['none'];
  const rows = accounts.map(({ id, displayName, posts, secondFactor, state, lockedPlaces }) => [
    id,
    displayName,
    posts.map(formatPost).join(' ') || '–',
    secondSteps[secondFactor],
    lockedPlaces > 0 ? pc.yellow('locked') : state === 'active' ? pc.green('active') : pc.red('disabled'),
  ]);
  return toTable(
    columns.map((title) => ({ title })),
    rows,
  ).split('\n');
}

export const toPasswordLines = ({ account, oneTimePassword }: AccountWithPassword): string[] => [
  `${pc.green('✓')} ${account.id} ${account.displayName}`,
  `  ${pc.cyan(oneTimePassword ?? '')}  for one sign-in, shown this once`,
];
