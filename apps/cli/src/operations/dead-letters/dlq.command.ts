import { Command, Option } from 'commander';
import pc from 'picocolors';
import {
  type DeadLetter,
  type DeadLetterDetail,
  getDeadLetter,
  listDeadLetters,
  resolveDeadLetter,
} from './dead-letter-client.ts';
import { deadLetterHolders, type DeadLetterPlace, parseReference } from './dead-letter-place.ts';
import { createGatewayClient, type GatewayClient } from '@motcua/client';
import { connectToGateway } from '../../connection/connect-to-gateway.ts';
import { CliError, printJson, printLines, toExamples, parseCount, toTable } from '@motcua/terminal';

interface JsonOption {
  readonly json?: boolean;
}

/**
 * `motcua dlq`: the events that kpi-aggregator, sla-timer or notification could not take. Figures, clocks and notices lack them until they
 * are replayed or dropped.
 */
export function createDlqCommand(): Command {
  return new Command('dlq')
    .description(
      'Lists, shows, replays or drops parked events (dead letters) of kpi-aggregator (17), sla-timer (sla/17) and notification (notification/17).',
    )
    .addHelpText(
      'after',
      toExamples(
        'motcua dlq list',
        'motcua dlq show 17',
        'motcua dlq replay sla/17',
        'motcua dlq replay --all',
        'motcua dlq drop 17',
      ),
    )
    .addCommand(createListCommand())
    .addCommand(createShowCommand())
    .addCommand(createResolveCommand('replay', 'Runs an event through the projection again.'))
    .addCommand(createResolveCommand('drop', 'Gives an event up: the figures stay without it.'));
}

function createListCommand(): Command {
  return new Command('list')
    .description('Lists parked events, newest first.')
    .addOption(
      new Option('--status <status>', 'others too')
        .choices(['parked', 'replayed', 'dropped', 'superseded', 'all'])
        .default('parked'),
    )
    .option('--limit <count>', 'no more than so many', parseCount, 50)
    .option('--json', 'print {"deadLetters": […]}')
    .addHelpText('after', toExamples('motcua dlq list', 'motcua dlq list --status all --json'))
    .action(async ({ status, limit, json }: JsonOption & { status: string; limit: number }) => {
      const deadLetters = await listDeadLetters(await connect(), { status: status === 'all' ? undefined : status, limit });
      if (json === true) printJson({ deadLetters });
      else printLines(deadLetters.length === 0 ? pc.green('✓ none') : toList(deadLetters));
    });
}

function createShowCommand(): Command {
  return new Command('show')
    .description('Shows one parked event with its payload.')
    .argument('<id>', 'as the list gives it')
    .option('--json', 'print it as one object')
    .addHelpText('after', toExamples('motcua dlq show 17'))
    .action(async (id: string, { json }: JsonOption) => {
      const letter = await getDeadLetter(await connect(), toPlace(id));
      if (json === true) printJson(letter);
      else printLines(...toDetail(letter));
    });
}

function createResolveCommand(how: 'replay' | 'drop', description: string): Command {
  return new Command(how)
    .description(description)
    .argument('[id]', 'as the list gives it')
    .option('--all', 'every parked event, oldest first')
    .option('--json', 'print {"resolved": […], "failed": [{"id", "code", "message"}]}')
    .addHelpText('after', toExamples(`motcua dlq ${how} 17`, `motcua dlq ${how} --all`))
    .action(async (id: string | undefined, { all, json }: JsonOption & { all?: boolean }) => {
      const client = await connect();
      const outcome = await resolveEach(client, await listIds(client, id, all === true), how);
      if (json === true) printJson(outcome);
      else printLines(...toOutcome(outcome, how));
      if (outcome.failed.length > 0) process.exitCode = 1;
    });
}

interface Outcome {
  readonly resolved: DeadLetter[];
  readonly failed: { readonly id: string; readonly code: string; readonly message: string }[];
}

async function listIds(client: GatewayClient, id: string | undefined, all: boolean): Promise<string[]> {
  if (id !== undefined && !all) return [id];
  if (id === undefined && all)
    return (await listDeadLetters(client, { status: 'parked', limit: Infinity })).map((letter) => letter.id).reverse();
  throw new CliError({ code: 'dlq.which', message: 'Name one event, or --all.', hint: 'motcua dlq list', exitCode: 2 });
}

async function resolveEach(client: GatewayClient, ids: readonly string[], how: 'replay' | 'drop'): Promise<Outcome> {
  const outcome: Outcome = { resolved: [], failed: [] };
  for (const id of ids) {
    try {
      outcome.resolved.push(await resolveDeadLetter(client, toPlace(id), how));
    } catch (error) {
      if (!(error instanceof CliError) || error.code === 'gateway.unreachable') throw error;
      outcome.failed.push({ id, code: error.code, message: error.message });
    }
  }
  return outcome;
}

function toPlace(reference: string): DeadLetterPlace {
  const place = parseReference(reference);
  if (place !== undefined) return place;
  const message = `Nobody has a parked event ${reference}.`;
  throw new CliError({
    code: 'dlq.unknown',
    message,
    hint: `Write 17, or ${deadLetterHolders.map((holder) => `${holder}/17`).join(', ')}.`,
    exitCode: 2,
  });
}

const connect = async (): Promise<GatewayClient> => createGatewayClient(await connectToGateway(), { role: 'admin' });

function toList(letters: readonly DeadLetter[]): string {
  const columns = ['ID', 'STATUS', 'PARKED', 'WHERE', 'KEY', 'STEP', 'REASON'].map((title) => ({ title }));
  return toTable(
    columns,
    letters.map((letter) => [
      letter.id,
      letter.status,
      letter.parkedAt,
      toOrigin(letter),
      letter.key ?? '–',
      letter.step,
      letter.reason,
    ]),
  );
}

const toOrigin = ({ topic, partition, offset }: DeadLetter): string => `${topic}/${partition}@${offset}`;

function toDetail(letter: DeadLetterDetail): string[] {
  const { payload, headers, id, ...rest } = letter;
  const rows = Object.entries(rest).map(([name, value]) => [pc.dim(name), value === null ? '–' : String(value)]);
  return [
    pc.bold(`dead letter ${id}`),
    toTable([{ title: '' }, { title: '' }], rows),
    JSON.stringify(headers),
    payload ?? '(no payload)',
  ];
}

function toOutcome({ resolved, failed }: Outcome, how: string): string[] {
  const done = resolved.map(({ id, status }) => `${pc.green('✓')} ${id} ${status}`);
  const refused = failed.map(({ id, code, message }) => `${pc.red('✗')} ${id} ${code}: ${message}`);
  return done.length + refused.length === 0 ? [`nothing to ${how}`] : [...done, ...refused];
}
