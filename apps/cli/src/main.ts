import { workspaceRoot } from '@motcua/stack/root';
import { CliError, printFailure } from '@motcua/terminal/failure';
import { Command, CommanderError } from 'commander';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommandName, commandTable, getEntry } from './command-table.ts';

/**
 * `motcua <command>`: only the command that was asked for is loaded, so that `motcua due` starts in a tenth of a second.
 * Exit codes: 0 done · 1 failed, or for `verify` different · 2 wrong usage, or for `verify` not comparable now.
 */
async function createProgram(asked: string | undefined): Promise<Command> {
  const program = new Command('motcua')
    .description('Live, exact and openable figures for one-stop shops.')
    .version(await readVersion(), '-V, --version', 'print the version')
    .addHelpText('after', ENVIRONMENT)
    .showHelpAfterError('(add --help for the options and an example)')
    .exitOverride();

  const isCommand = (name: string | undefined): name is CommandName => name !== undefined && name in commandTable;
  // A shell completes options too, so that it needs every command.
  const completes = asked === 'completion' || asked === 'complete';
  const names = isCommand(asked) ? [asked] : (Object.keys(commandTable) as CommandName[]);
  for (const name of names) {
    const { summary, load, isEmbeddedOnly = false, isGatewayless = false } = getEntry(name);
    const isWhole = isCommand(asked) || completes;
    const command = isWhole ? (await load()).summary(summary) : new Command(name).summary(summary);
    if (isWhole && !isEmbeddedOnly && !isGatewayless) (await import('./connection/offer-gateway.ts')).offerGateway(command);
    if (isEmbeddedOnly)
      command.hook('preAction', async () => {
        await (await import('./connection/require-embedded.ts')).requireEmbedded(name);
      });
    program.addCommand(command);
  }
  if (completes) (await import('@bomb.sh/tab/commander')).default(program, { completionCommandName: 'completion' });
  else program.addCommand(new Command('completion').summary('print what completes commands in bash, zsh or fish'));
  return program;
}

const ENVIRONMENT = `
Of an installation that is not the embedded stack:
  MOTCUA_URL            where its gateway is, https://motcua.example.vn; or --gateway. You ask as you signed in with motcua login, or:
  MOTCUA_CLIENT_ID      as this program, with MOTCUA_CLIENT_SECRET or MOTCUA_CLIENT_SECRET_FILE (and MOTCUA_PROVIDER, of several)
  MOTCUA_TOKEN          with this bearer token; or MOTCUA_TOKEN_FILE
  MOTCUA_POST           in this of your posts, head@xa-thanh-ba
  MOTCUA_PROFILE        a name in ~/.config/motcua/profiles.json, in place of these`;

async function readVersion(): Promise<string> {
  const text = await readFile(join(workspaceRoot, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version; // Ours.
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
