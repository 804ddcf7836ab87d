import { createGatewayClient } from '@motcua/client';
import { getCaller } from '@motcua/client/sign-in';
import { printJson, printLines, toExamples } from '@motcua/terminal';
import { Command } from 'commander';
import { connectToGateway } from '../connection/connect-to-gateway.ts';
import { toCallerLines } from './caller-lines.ts';

interface WhoamiOptions {
  readonly token?: boolean;
  readonly json?: boolean;
}

/** On the embedded stack the operator asks; elsewhere it says nothing, as the installation knows who we are. */
const operator = { role: 'admin' } as const;

/** `motcua whoami`: whom the gateway takes us for, however we signed in. */
export function createWhoamiCommand(): Command {
  return new Command('whoami')
    .description(
      'Says whom the installation takes you for: by your login, by the program or the token that the environment names.',
    )
    .option('--token', 'print the access token instead, for curl; it is good for some minutes')
    .option('--json', 'print {"gateway", "sub", "name", "posts", "post"}')
    .addHelpText(
      'after',
      toExamples(
        'motcua whoami --gateway https://motcua.example.vn',
        'curl -H "Authorization: Bearer $(motcua whoami --token)" http://127.0.0.1:8080/v1/units',
        'MOTCUA_CLIENT_ID=xa-thanh-ba.counter motcua whoami   # another program of the embedded stack',
      ),
    )
    .action(async ({ token = false, json = false }: WhoamiOptions) => {
      const connection = await connectToGateway();
      if (token) {
        printLines(await connection.createToken(operator));
        return;
      }
      const caller = await getCaller(createGatewayClient(connection, operator));
      if (json) printJson({ gateway: connection.gatewayUrl, ...caller });
      else printLines(...toCallerLines(connection.gatewayUrl, caller));
    });
}
