import { Command } from 'commander';
import { getStackPaths } from '@motcua/stack';
import { printJson, toExamples, createProgress } from '@motcua/terminal';
import { stopRunningStack } from '@motcua/stack/run';

/** `motcua down`: stops the stack of this folder, wherever it was started; data stay. */
export function createDownCommand(): Command {
  return new Command('down')
    .description('Stops the stack; its data stay.')
    .option('--json', 'print {"stopped": true|false}')
    .addHelpText('after', toExamples('motcua down'))
    .action(async ({ json = false }: { json?: boolean }) => {
      const progress = createProgress({ stream: process.stderr });
      const stopped = await progress.step('stopping the stack', () => stopRunningStack(getStackPaths()));
      if (json) printJson({ stopped });
      else if (!stopped) progress.line('Nothing was running.');
    });
}
