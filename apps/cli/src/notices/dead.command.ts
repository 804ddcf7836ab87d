import { NoticeChannel, type DeadDelivery } from '@motcua/contracts';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { formatCount, CliError, printJson, printLines, toExamples, parseCount, toTable } from '@motcua/terminal';
import { type DeadQuery, listDeadDeliveries, retryDeadDeliveries } from './notice-client.ts';
import { channelNames } from './notice-words.ts';
import { createGatewayClient, type GatewayClient } from '@motcua/client';
import { connectToGateway } from '../connection/connect-to-gateway.ts';

/** `motcua notify dead`: what was sent and did not arrive. */
export function createDeadCommand(): Command {
  return new Command('dead')
    .description('Lists deliveries that failed or expired, and sends them anew.')
    .addHelpText('after', toExamples('motcua notify dead list', 'motcua notify dead retry --reason provider-unavailable'))
    .addCommand(createListCommand())
    .addCommand(createRetryCommand());
}

interface ListOptions extends DeadQuery {
  readonly limit: number;
  readonly json?: boolean;
}

function createListCommand(): Command {
  return new Command('list')
    .description('Lists dead deliveries, newest first, and how many there are by reason.')
    .option('--reason <code>', 'only these')
    .addOption(new Option('--channel <channel>', 'only these').choices(NoticeChannel.options))
    .option('--unit <code>', 'only those of a unit and everything below it')
    .option('--limit <count>', 'list no more than so many; the counts are of all', parseCount, 50)
    .option('--json', 'print {"reasons": [{"reason", "count"}], "deliveries": […]}')
    .addHelpText('after', toExamples('motcua notify dead list', 'motcua notify dead list --channel sms --json'))
    .action(async ({ limit, json = false, reason, channel, unit }: ListOptions) => {
      const dead = await listDeadDeliveries(await connect(), { reason, channel, unit }, limit);
      if (json) printJson(dead);
      else printLines(...toLines(dead));
    });
}

function createRetryCommand(): Command {
  return new Command('retry')
    .description('Sends a dead delivery anew, or all that died of one reason.')
    .argument('[id]', 'as the list gives it')
    .option('--reason <code>', 'every one with this reason')
    .option('--json', 'print {"retried"}')
    .addHelpText(
      'after',
      toExamples(
        'motcua notify dead retry 0198d2a0-7c11-7000-8000-000000000001',
        'motcua notify dead retry --reason provider-unavailable',
      ),
    )
    .action(async (id: string | undefined, { reason, json = false }: { reason?: string; json?: boolean }) => {
      const answer = await retryDeadDeliveries(await connect(), toWhich(id, reason));
      if (json) printJson(answer);
      else
        printLines(answer.retried === 0 ? 'nothing to send anew' : `${pc.green('✓')} ${formatCount(answer.retried)} sent anew`);
    });
}

function toWhich(id: string | undefined, reason: string | undefined): { id: string } | { reason: string } {
  if (id !== undefined && reason === undefined) return { id };
  if (id === undefined && reason !== undefined) return { reason };
  throw new CliError({
    code: 'notify.which',
    message: 'Name one delivery, or --reason.',
    hint: 'motcua notify dead list',
    exitCode: 2,
  });
}

const connect = async (): Promise<GatewayClient> => createGatewayClient(await connectToGateway(), { role: 'admin' });

function toLines({ reasons, deliveries }: Awaited<ReturnType<typeof listDeadDeliveries>>): string[] {
  if (deliveries.length === 0) return [pc.green('✓ none')];
  const columns = [
    'ID',
    'KÊNH / CHANNEL',
    'NGƯỜI NHẬN / RECIPIENT',
    'ĐƠN VỊ / UNIT',
    'LÝ DO / REASON',
    'LẦN / ATTEMPTS',
    'LÚC / AT',
  ];
  return [
    reasons.map(({ reason, count }) => `${reason} ${formatCount(count)}`).join(' · '),
    '',
    ...toTable(
      columns.map((title) => ({ title })),
      deliveries.map(toRow),
    ).split('\n'),
  ];
}

const toRow = ({ id, channel, recipient, unit, reason, attempts, failedAt }: DeadDelivery): string[] => [
  id,
  channelNames[channel],
  recipient.id,
  unit,
  reason ?? '–',
  String(attempts.length),
  failedAt,
];
