import { Command } from 'commander';
import pc from 'picocolors';
import { findDossierId, listNoticesOf } from './notice-client.ts';
import { toTraceLines } from './trace-lines.ts';
import { createGatewayClient } from '@motcua/client';
import { connectToGateway } from '../connection/connect-to-gateway.ts';
import { printJson, printLines, toExamples } from '@motcua/terminal';

/** `motcua notify trace`: the proof of delivery of a dossier. */
export function createTraceCommand(): Command {
  return new Command('trace')
    .description('Shows who was told what about a dossier, when, by which version of which template, and with what answer.')
    .argument('<dossier>', 'its id, its code, or its code in the system it came from')
    .option('--json', 'print {"dossierId", "notices": […]}')
    .addHelpText('after', toExamples('motcua notify trace H44.41-261125-0001', 'motcua notify trace H44.41-261125-0001 --json'))
    .action(async (dossier: string, { json = false }: { json?: boolean }) => {
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      const dossierId = await findDossierId(client, dossier);
      const notices = await listNoticesOf(client, dossierId);
      if (json) printJson({ dossierId, notices });
      else printLines(`${pc.bold(dossier)} ${pc.dim('· giờ địa phương / local time')}`, '', ...toTraceLines(notices));
    });
}
