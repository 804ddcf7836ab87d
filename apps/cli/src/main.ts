import { Command, CommanderError } from 'commander';
import { commandTable, type CommandName } from './command-table.ts';
import { CliError, printFailure } from './terminal/failure.ts';

/**
 * `motcua <command>`: only the command that was asked for is loaded, so that `motcua due` starts in a tenth of a second.
 * Exit codes: 0 done · 1 failed, or for `verify` different · 2 wrong usage, or for `verify` not comparable now.
 */
async function createProgram(asked: string | undefined): Promise<Command> {
  const program = new Command('motcua')
    .description('Live, exact and openable figures for one-stop shops.')
    .showHelpAfterError('(add --help for the options and an example)')
    .exitOverride();

  const isCommand = (name: string | undefined): name is CommandName => name !== undefined && name in commandTable;
  const names = isCommand(asked) ? [asked] : (Object.keys(commandTable) as CommandName[]);
  for (const name of names) {
    const { summary, load } = commandTable[name];
    program.addCommand(isCommand(asked) ? (await load()).summary(summary) : new Command(name).summary(summary));
  }
  return program;
}

function exitOverrideDeep(command: Command): void {
  command.exitOverride().showHelpAfterError('(add --help for the options and an example)');
  command.commands.forEach(exitOverrideDeep);
}

// A reader that closes the pipe early (`motcua board | head`) has seen enough; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  const asked = process.argv[2] === 'help' ? process.argv[3] : process.argv[2];
  const program = await createProgram(asked);
  exitOverrideDeep(program);
  if (process.argv.length <= 2) program.outputHelp();
  else await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    printFailure(error, { json: process.argv.includes('--json') });
    process.exitCode = error instanceof CliError ? error.exitCode : 1;
  }
}
