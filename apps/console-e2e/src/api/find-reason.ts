import type { ReasonCommand, ReasonDocument } from '@motcua/contracts';
import type { Page } from 'playwright-core';
import { askAs } from './ask-as.ts';

/** A reason of the catalogue for a command, one that needs no words beside it. */
export async function findReason(page: Page, command: ReasonCommand): Promise<string> {
  const { entries } = await askAs<{ entries: readonly { document: ReasonDocument }[] }>(page, '/v1/reasons?limit=1000');
  const reasons = entries.map(({ document }) => document);
  const found = reasons.find(({ commands, asksText }) => commands.includes(command) && !asksText);
  if (found === undefined) throw new Error(`No reason for ${command} goes without words.`);
  return found.code;
}
