import { createGatewayClient, type GatewayClient } from '@motcua/client';
import type { ReformView } from '@motcua/contracts';
import { CliError, createProgress, printJson, printLines, toExamples } from '@motcua/terminal';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { connectToGateway } from '../connection/connect-to-gateway.ts';
import { decideReform, followReform, getReform, listReforms, putCatalogue, tryReform } from './apply-reform.ts';
import { readReformFile } from './read-reform-file.ts';
import { toPreviewLines, toReformLines } from './reform-lines.ts';

interface Options {
  readonly as?: string;
  readonly json?: boolean;
}

/** `motcua reform`: units end, others go on with their dossiers and staff. */
export function createReformCommand(): Command {
  return new Command('reform')
    .description(
      'Reorganises units: some end, others go on with their dossiers and staff. One person applies it, another one confirms it; until then it can\n' +
        'be reverted.',
    )
    .addHelpText(
      'after',
      toExamples('motcua reform apply data/reforms/thanh-ba-2025.json --dry-run', 'motcua reform status thanh-ba-2025'),
    )
    .addCommand(createApply())
    .addCommand(createStatus())
    .addCommand(createRevert())
    .addCommand(createConfirm());
}

const connect = async (subject: string | undefined): Promise<GatewayClient> =>
  createGatewayClient(await connectToGateway(), { role: 'admin', subject });
const asOption = (): Option => new Option('--as <staff>', 'who it is, on the embedded stack; elsewhere whoever is signed in');

function createApply(): Command {
  return new Command('apply')
    .summary('say what a reform does, then do it')
    .description(
      'Shows which dossiers and how many staff move, then puts the units and posts into the catalogue and moves the dossiers.\n' +
        'What nobody goes on with stands in the way. Interrupted or repeated, it goes on.',
    )
    .argument('<file>', 'the reform, JSON')
    .option('--dry-run', 'show what would move, and stop')
    .addOption(asOption())
    .option('--json', 'print {"preview", "reform"}; reform is null with --dry-run')
    .addHelpText('after', toExamples('motcua reform apply data/reforms/thanh-ba-2025.json --dry-run'))
    .action(async (file: string, { dryRun = false, json = false, as }: Options & { readonly dryRun?: boolean }) => {
      const document = await readReformFile(file);
      const client = await connect(as);
      const { preview } = await tryReform(client, document, false);
      if (!json) printLines(...toPreviewLines(preview), '');
      const applied = dryRun ? null : await apply(client, document);
      if (json) printJson({ preview, reform: applied });
      else printLines(...(applied === null ? [pc.dim('Nothing was changed (--dry-run).')] : toReformLines(applied)));
      if (dryRun && preview.obstacles.length > 0) process.exitCode = 1;
    });

  async function apply(client: GatewayClient, document: Parameters<typeof tryReform>[1]): Promise<ReformView> {
    const { reform } = await tryReform(client, document, true);
    if (reform === null) throw new Error('The service applied nothing.');
    return moveAll(client, reform);
  }
}

/** What the catalogue is to have first, for the dossiers wait for it. */
async function moveAll(client: GatewayClient, reform: ReformView): Promise<ReformView> {
  const progress = createProgress({ stream: process.stderr });
  await progress.step('putting units and posts into the catalogue', () => putCatalogue(client, reform));
  return progress.step('moving dossiers', (say) => followReform(client, reform.id, say));
}

function createStatus(): Command {
  return new Command('status')
    .description('Says how far a reform is; without an id, of all that were ever applied.')
    .argument('[id]', 'id of the reform')
    .option('--json', 'print {"reforms": […]}')
    .addHelpText('after', toExamples('motcua reform status'))
    .action(async (id: string | undefined, { json = false }: Options) => {
      const client = await connect(undefined);
      const reforms = id === undefined ? await listReforms(client) : [await getReform(client, id)];
      if (json) printJson({ reforms });
      else if (reforms.length === 0) printLines(pc.dim('No reform was ever applied.'));
      else printLines(...reforms.flatMap(toReformLines));
    });
}

function createRevert(): Command {
  return new Command('revert')
    .description(
      'Takes a reform back while nobody has confirmed it: dossiers go back to whom they came from, units and posts are what they were.',
    )
    .argument('<id>', 'id of the reform')
    .addOption(asOption())
    .option('--json', 'print the reform')
    .action(async (id: string, { as, json = false }: Options) => {
      const client = await connect(as);
      const known = await getReform(client, id);
      const isUnderWay = known.state === 'reverting' || known.state === 'reverted';
      const reverted = await moveAll(client, isUnderWay ? known : await decideReform(client, id, 'revert'));
      if (json) printJson(reverted);
      else printLines(...toReformLines(reverted));
    });
}

function createConfirm(): Command {
  return new Command('confirm')
    .description('Confirms what somebody else applied. From then on it cannot be reverted.')
    .argument('<id>', 'id of the reform')
    .addOption(asOption())
    .option('--json', 'print the reform')
    .action(async (id: string, { as, json = false }: Options) => {
      const client = await connect(as);
      const known = await getReform(client, id);
      if (known.state === 'confirmed') throw alreadyConfirmed(known);
      const confirmed = await decideReform(client, id, 'confirm');
      if (json) printJson(confirmed);
      else printLines(...toReformLines(confirmed));
    });
}

const alreadyConfirmed = ({ id, confirmedBy }: ReformView): CliError =>
  new CliError({
    code: 'reform.already-confirmed',
    message: `${confirmedBy ?? 'Somebody'} has confirmed ${id} already.`,
    hint: `motcua reform status ${id}`,
  });
