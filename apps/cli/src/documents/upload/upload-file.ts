import { AttachedFile, DossierComponents } from '@motcua/contracts';
import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { GatewayClient } from '@motcua/client';
import { CliError } from '@motcua/terminal';
import type { UploadTarget } from './upload-target.ts';

/** What there is of the documents of a dossier. */
export async function getDocuments(client: Pick<GatewayClient, 'request'>, dossierId: string): Promise<DossierComponents> {
  return DossierComponents.parse(await client.request(`/v1/dossiers/${dossierId}/components`));
}

/** Sends a file as it is read from the disk. CliError where it cannot be read, or is refused, with the service's reason. */
export async function uploadFile(
  client: Pick<GatewayClient, 'request'>,
  dossierId: string,
  target: UploadTarget,
  file: string,
): Promise<AttachedFile> {
  const form = new FormData();
  // Its own name stays here: it may be a person's, and the service would not keep it.
  form.set('file', await openFile(file), 'file');
  const { path, query } = toPlace(target);
  try {
    return AttachedFile.parse(await client.request(`/v1/dossiers/${dossierId}/${path}`, { method: 'POST', body: form, query }));
  } catch (error) {
    throw withRemedy(error);
  }
}

function toPlace(target: UploadTarget): { path: string; query: Record<string, string | undefined> } {
  if (target.part === 'result') return { path: 'result/files', query: { result: target.code } };
  return { path: `components/${encodeURIComponent(target.name)}/files`, query: {} };
}

async function openFile(file: string): Promise<Blob> {
  const found = await stat(file).catch((cause: unknown) => {
    const message = `The file ${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new CliError({ code: 'upload.no-file', message, hint: 'Check its path and its permissions.', exitCode: 2, cause });
  });
  if (found.isFile()) return openAsBlob(file);
  const message = `${file} is no file.`;
  throw new CliError({ code: 'upload.no-file', message, hint: 'Name one file; each is sent by itself.', exitCode: 2 });
}

const remedies: Readonly<Record<string, string>> = {
  'component.unknown': 'Leave --component out to see the documents of the dossier.',
  'result.unknown': 'Leave --result out to see the documents of the dossier.',
};

/** What to do about a refusal whose own words do not say it. */
function withRemedy(error: unknown): unknown {
  if (!(error instanceof CliError) || remedies[error.code] === undefined) return error;
  const { code, message, cause } = error;
  return new CliError({ code, message, hint: remedies[code] ?? '', cause });
}
