import { Agent, request } from 'node:http';
import type { BenchFiles } from './bench-files.ts';

/** So many files are under way at once. */
export const CLIENTS = 4;

export interface Speed {
  readonly uploadsPerSecond: number;
  readonly megabytesPerSecond: number;
}

/** Where a file goes, and what of a form stands before and behind its bytes. */
export interface Target {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly envelope: { readonly head: Buffer; readonly tail: Buffer } | undefined;
}

/** Sends every file over connections that stay open, and waits for each answer. @throws on any but a 201 */
export async function sendFiles(files: BenchFiles, toTarget: (index: number) => Target): Promise<Speed> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const count = files.hashes.length;
  let next = 0;
  const client = async (): Promise<void> => {
    const fill = files.createBuffer();
    for (let index = next++; index < count; index = next++) await send(agent, toTarget(index), fill(index));
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const seconds = (performance.now() - startedAt) / 1_000;
  agent.destroy();
  return {
    uploadsPerSecond: Number((count / seconds).toFixed(2)),
    megabytesPerSecond: Number(((count * files.bytes) / 1_000_000 / seconds).toFixed(2)),
  };
}

function send(agent: Agent, { url, headers, envelope }: Target, bytes: Buffer): Promise<void> {
  const parts = envelope === undefined ? [bytes] : [envelope.head, bytes, envelope.tail];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers: { ...headers, 'content-length': length } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('error', reject).on('end', () => {
        if (response.statusCode === 201) resolve();
        else reject(new Error(`An upload was answered ${String(response.statusCode)}: ${text}`));
      });
    });
    sent.on('error', reject);
    for (const part of parts) sent.write(part);
    sent.end();
  });
}
