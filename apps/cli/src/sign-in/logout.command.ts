import { signOut, type SignOut, toLoginsFile } from '@motcua/client/sign-in';
import { printJson, printLines, toExamples } from '@motcua/terminal';
import { Command } from 'commander';
import { getGatewayUrl } from '../connection/connect-to-gateway.ts';

const sentences: Readonly<Record<SignOut, string>> = {
  ended: 'Signed out: the provider takes this login no more.',
  'forgotten-here-alone': 'Forgotten on this machine; the provider did not answer, where the login ends by itself.',
  'nobody-was-signed-in': 'Nobody was signed in.',
};

/** `motcua logout`: ends what `motcua login` began. */
export function createLogoutCommand(): Command {
  return new Command('logout')
    .description('Signs you out at an installation, at its identity provider and on this machine.')
    .option('--json', 'print {"gateway", "outcome": "ended" | "forgotten-here-alone" | "nobody-was-signed-in"}')
    .addHelpText('after', toExamples('motcua logout --gateway https://motcua.example.vn'))
    .action(async ({ json = false }: { json?: boolean }) => {
      const gatewayUrl = await getGatewayUrl();
      const outcome = await signOut({ file: toLoginsFile(process.env), gatewayUrl });
      if (json) printJson({ gateway: gatewayUrl, outcome });
      else printLines(`${sentences[outcome]} (${gatewayUrl})`);
    });
}
