import pc from 'picocolors';
import type { StackConnection, StackPaths } from '@motcua/stack';
import type { Progress } from '@motcua/terminal';

/** Of the longest name of a service. */
const NAME_WIDTH = 20;

/** Says that the API and the board answer, and where everything else is. */
export function showAddresses(stack: StackConnection, paths: Pick<StackPaths, 'logs'>, progress: Pick<Progress, 'line'>): void {
  progress.line(`${pc.bold('Motcua is ready')} at ${pc.cyan(stack.gatewayUrl)}`);
  progress.line(`  ${'sign in at'.padEnd(NAME_WIDTH)} ${pc.cyan(stack.gatewayUrl)}`);
  for (const [name, { url }] of Object.entries(stack.services)) progress.line(`  ${name.padEnd(NAME_WIDTH)} ${url}`);
  progress.line(`  ${'PostgreSQL'.padEnd(NAME_WIDTH)} ${withoutPassword(stack.postgresUrl)}`);
  progress.line(`  ${'Kafka'.padEnd(NAME_WIDTH)} ${stack.kafkaBrokers}`);
  if (stack.mailUrl !== undefined) progress.line(`  ${'mails'.padEnd(NAME_WIDTH)} ${pc.cyan(stack.mailUrl)}`);
  progress.line(`  ${'logs'.padEnd(NAME_WIDTH)} ${paths.logs}`);
}

function withoutPassword(address: string): string {
  const url = new URL(address);
  url.password = '';
  return url.href;
}
