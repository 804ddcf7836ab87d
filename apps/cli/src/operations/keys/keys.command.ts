import { Command } from 'commander';
import { createGatewayClient } from '@motcua/client';
import { connectToGateway } from '../../connection/connect-to-gateway.ts';
import { printJson, printLines, toExamples, createProgress } from '@motcua/terminal';
import { toKeyLines } from './key-lines.ts';
import { countKeys, rotateKeys } from './rotate-keys.ts';

interface Options {
  readonly json?: boolean;
}

/** `motcua keys`: the keys that encrypt applicants' data, reasons in words, files and second factors. */
export function createKeysCommand(): Command {
  return new Command('keys')
    .description('Says which keys are in use, and takes what older keys wrote to the active ones.')
    .addHelpText('after', toExamples('motcua keys status', 'motcua keys rotate'))
    .addCommand(
      new Command('status')
        .description('Says for how much each key is in use, and which may be removed.')
        .option('--json', 'print {"uses": [{"what", "variable", "keyId", "isActive", "count"}, …]}')
        .action(async ({ json = false }: Options) => {
          const uses = await countKeys(createGatewayClient(await connectToGateway(), { role: 'admin' }));
          if (json) printJson({ uses });
          else printLines(...toKeyLines(uses));
        }),
    )
    .addCommand(
      new Command('rotate')
        .description(
          'Writes anew, with the active keys of APPLICANT_KEYS, APPLICANT_HASH_KEY, REASON_KEYS, FILE_KEYS and IDENTITY_KEYS, what older keys wrote. First\n' +
            'add a key to each variable, restart every instance, make it the active one and restart again. May be stopped and repeated at any time.',
        )
        .option('--json', 'print {"rotated", "failed", "uses": […]}')
        .action(async ({ json = false }: Options) => {
          const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
          const { rotated, failed } = await rotateKeys(client, createProgress({ stream: process.stderr, json }));
          const uses = await countKeys(client);
          if (json) printJson({ rotated, failed, uses });
          else printLines(...toKeyLines(uses));
          if (failed > 0) process.exitCode = 1;
        }),
    );
}
