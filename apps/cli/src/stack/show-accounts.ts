import pc from 'picocolors';
import { demoPeople } from '@motcua/demo/accounts';
import type { ShownPassword } from '@motcua/stack';
import type { Progress } from '@motcua/terminal';

/** Of the longest name among them. */
const NAME_WIDTH = 24;

/** Who can sign in. Passwords are shown where they were just made, and never again: they stand in no file. */
export function showAccounts(shown: readonly ShownPassword[], progress: Pick<Progress, 'line'>): void {
  if (shown.length > 0) {
    progress.line(pc.bold('Accounts, with passwords that are shown this once:'));
    for (const { id, password, displayName } of shown)
      progress.line(`  ${id.padEnd(NAME_WIDTH)} ${pc.cyan(password)}  ${displayName}`);
    return;
  }
  progress.line(`accounts: ${demoPeople.map(({ id }) => id).join(', ')}`);
  progress.line('  passwords were shown at the first start; motcua account reset <name> makes another');
}
