import { deletePostgresData } from '@motcua/embedded';
import { confirm, isCancel } from '@clack/prompts';
import { Command } from 'commander';
import { rm } from 'node:fs/promises';
import { getStackPaths, type StackPaths } from '@motcua/stack';
import { CliError, printJson, toExamples, createProgress } from '@motcua/terminal';
import { stopRunningStack } from '@motcua/stack/run';

interface ResetOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `motcua reset`: back to an empty store. */
export function createResetCommand(): Command {
  return new Command('reset')
    .description(
      'Stops the stack and deletes everything it keeps: dossiers, their files, events, figures, keys, logs. Given servers are not touched.',
    )
    .option('--yes', 'do not ask')
    .option('--json', 'print {"deleted": "<folder>"}')
    .addHelpText('after', toExamples('motcua reset --yes'))
    .action(async ({ yes = false, json = false }: ResetOptions) => {
      const paths = getStackPaths();
      if (!yes && !(await isConfirmed(paths))) return;
      const progress = createProgress({ stream: process.stderr });
      await progress.step('stopping the stack', () => stopRunningStack(paths));
      await progress.step(`deleting ${paths.home}`, () => deleteData(paths));
      if (json) printJson({ deleted: paths.home });
    });
}

async function isConfirmed(paths: StackPaths): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new CliError({
      code: 'reset.not-confirmed',
      message: 'This deletes all data of the stack.',
      hint: 'motcua reset --yes',
      exitCode: 2,
    });
  }
  const answer = await confirm({ message: `Delete all data in ${paths.home}?`, initialValue: false });
  return !isCancel(answer) && answer;
}

async function deleteData(paths: StackPaths): Promise<void> {
  await deletePostgresData(paths.postgres);
  await rm(paths.home, { recursive: true, force: true });
}
