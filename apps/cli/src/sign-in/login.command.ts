import { createGatewayClient, toGatewayConnection } from '@motcua/client';
import { type DeviceCode, getCaller, signInByDevice, toLoginsFile } from '@motcua/client/sign-in';
import { printJson, printLines, toExamples } from '@motcua/terminal';
import { Command } from 'commander';
import pc from 'picocolors';
import { getGatewayUrl } from '../connection/connect-to-gateway.ts';
import { toCallerLines } from './caller-lines.ts';

interface LoginOptions {
  readonly provider?: string;
  readonly post?: string;
  readonly json?: boolean;
}

/** `motcua login`: as oneself, at the installation's identity provider, by a browser that may be on another machine. */
export function createLoginCommand(): Command {
  return new Command('login')
    .description(
      'Signs you in at an installation: prints an address and a code, and waits until you have confirmed the code in a browser.\n' +
        'Commands that name this installation are then given in your name, until "motcua logout".',
    )
    .option('--provider <name>', 'where to sign in, of several identity providers')
    .option('--post <role@unit>', 'the post to act in, if you have several')
    .option('--json', 'print {"gateway", "sub", "name", "posts", "post"}')
    .addHelpText('after', toExamples('motcua login --gateway https://motcua.example.vn', 'motcua login --post head@xa-thanh-ba'))
    .action(async ({ provider, post, json = false }: LoginOptions) => {
      const gatewayUrl = await getGatewayUrl();
      const file = toLoginsFile(process.env);
      await signInByDevice({ file, gatewayUrl, provider, post, show });
      const connection = await toGatewayConnection({ url: gatewayUrl, post }, process.env);
      const caller = await getCaller(createGatewayClient(connection, { role: 'admin' }));
      if (json) printJson({ gateway: gatewayUrl, ...caller });
      else printLines(...toCallerLines(gatewayUrl, caller));
    });
}

/** To stderr: what is printed to stdout is for programs. */
function show({ url, code }: DeviceCode): void {
  process.stderr.write(`Open  ${pc.cyan(url)}\nand confirm that the code there is  ${pc.bold(code)}\n`);
}
