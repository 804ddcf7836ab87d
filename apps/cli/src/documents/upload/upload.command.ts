import { Command } from 'commander';
import { findDossierId } from '../../notices/notice-client.ts';
import { createGatewayClient, type GatewayClient } from '@motcua/client';
import { connectToGateway } from '../../connection/connect-to-gateway.ts';
import { printJson, printLines, toExamples } from '@motcua/terminal';
import { toAttachedLines } from './attached-lines.ts';
import { toDocumentLines } from './document-lines.ts';
import { getDocuments, uploadFile } from './upload-file.ts';
import { readUploadRequest, type TargetOptions, toWhichDocument } from './upload-target.ts';

/** `motcua upload`: attaches a scan or a result to a dossier. */
export function createUploadCommand(): Command {
  return new Command('upload')
    .description(
      'Attaches a file to a component or a result of a dossier: PDF, PNG, JPEG, TIFF or signed XML, up to 50 MB.\n' +
        'Without --component and --result it lists the documents of the dossier and attaches nothing.',
    )
    .argument('<dossier>', 'its id, its code, or its code in the system it came from')
    .argument('[file]', 'the file to send')
    .option('--component <number>', 'component: its number on the receipt, or its code')
    .option('--result [code]', 'result (default: the first that has no file)')
    .option(
      '--json',
      'print {"file", "already", "counts", "isDigitized", "proposals": […]}; of a list {"components", "results", …}',
    )
    .addHelpText(
      'after',
      toExamples(
        'motcua upload H44.41-261125-0001',
        'motcua upload H44.41-261125-0001 to-khai.pdf --component 1',
        'motcua upload H44.41-261125-0001 giay-khai-sinh.pdf --result --json',
      ),
    )
    .action(async (dossier: string, file: string | undefined, { json = false, ...named }: TargetOptions & { json?: boolean }) => {
      const request = readUploadRequest(file, named);
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      const dossierId = await findDossierId(client, dossier);
      if (request.kind === 'list') {
        await listDocuments(client, dossierId, { file: request.file, json });
        return;
      }
      const attached = await uploadFile(client, dossierId, request.target, request.file);
      if (json) printJson(attached);
      else printLines(...toAttachedLines(attached));
    });
}

/** @throws CliError where a file waits to be attached: nothing was */
async function listDocuments(
  client: GatewayClient,
  dossierId: string,
  { file, json }: { readonly file: string | undefined; readonly json: boolean },
): Promise<void> {
  const documents = await getDocuments(client, dossierId);
  if (file !== undefined) throw toWhichDocument(documents);
  if (json) printJson(documents);
  else printLines(...toDocumentLines(documents));
}
