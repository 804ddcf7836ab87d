import { type GatewayClient, toCliError, isAway } from '@motcua/client';
import type { CliError } from '@motcua/terminal';

export interface ScanPlace {
  readonly dossierId: string;
  readonly part: 'component' | 'result';
  /** Component or result code. */
  readonly code: string;
}

/** Undefined: it is there now, or was before. */
export type ScanAnswer = CliError | undefined;

/** Sends a scan through the public API as a counter would. Answers what was refused; throws where nobody can answer at the moment. */
export async function uploadScan(
  client: Pick<GatewayClient, 'fetch'>,
  { dossierId, part, code }: ScanPlace,
  scan: Uint8Array<ArrayBuffer>,
): Promise<ScanAnswer> {
  const body = new FormData();
  body.set('file', new Blob([scan], { type: 'application/pdf' }), 'scan.pdf');
  const place = part === 'result' ? 'result' : `components/${encodeURIComponent(code)}`;
  const query = part === 'result' ? { result: code } : {};
  const response = await client.fetch(`/v1/dossiers/${dossierId}/${place}/files`, { method: 'POST', body, query });
  const text = await response.text();
  if (response.ok) return undefined;
  const failure = toCliError(response, text);
  if (isAway(failure)) throw failure;
  return failure;
}
