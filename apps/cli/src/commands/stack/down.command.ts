import { Command } from 'commander';
import { getStackPaths } from '../../stack/stack-paths.ts';
import { printJson, toExamples } from '../../terminal/output.ts';
import { createProgress } from '../../terminal/progress.ts';
import { stopRunningStack } from './stop-running-stack.ts';

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
