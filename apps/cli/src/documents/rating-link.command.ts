import { DossierView, RatingToken } from '@motcua/contracts';
import { Command } from 'commander';
import pc from 'picocolors';
import { renderUnicodeCompact } from 'uqr';
import { findDossierId } from '../notices/notice-client.ts';
import { createGatewayClient } from '@motcua/client';
import { connectToGateway } from '../connection/connect-to-gateway.ts';
import { printJson, printLines, toExamples } from '@motcua/terminal';

/** `motcua rating-link`: what the counter hands over with the result, as a link and as a QR code. */
export function createRatingLinkCommand(): Command {
  return new Command('rating-link')
    .description(
      'Prints the link by which a citizen rates a dossier at the counter, once, soon after its return, with its QR code.',
    )
    .argument('<dossier>', 'its id, its code, or its code in the system it came from')
    .option('--json', 'print {"dossierId", "link", "expiresAt"}')
    .addHelpText('after', toExamples('motcua rating-link H44.41-261125-0001', 'motcua rating-link H44.41-261125-0001 --json'))
    .action(async (dossier: string, { json = false }: { json?: boolean }) => {
      const stack = await connectToGateway();
      const admin = createGatewayClient(stack, { role: 'admin' });
      const dossierId = await findDossierId(admin, dossier);
      const { handlingUnit: unit } = DossierView.parse(await admin.request(`/v1/dossiers/${dossierId}`)).dossier;
      // Who makes a link is recorded with it: the counter officer of the unit that has the dossier.
      const counter = createGatewayClient(stack, { role: 'counter', unit, subject: `${unit}.counter` });
      const answer = await counter.request(`/v1/dossiers/${dossierId}/rating-token`, { method: 'POST' });
      const { token, expiresAt } = RatingToken.parse(answer);
      const link = new URL(`/rate#${token}`, stack.gatewayUrl).href;
      if (json) printJson({ dossierId, link, expiresAt });
      else printLines(renderUnicodeCompact(link, { border: 2 }), '', link, pc.dim(`một lần, đến / once, until ${expiresAt}`));
    });
}
