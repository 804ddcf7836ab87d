import { connect, type Socket } from 'node:net';
import type { VirusScanner } from './virus-scanner.ts';

const TIMEOUT_MS = 60_000;
const CHUNK_BYTES = 65_536;

/** Asks a clamd over TCP (INSTREAM: chunks with their lengths, an empty one ends). */
export const createClamdScanner = (address: string): VirusScanner => ({
  scan(bytes) {
    const [host = '', port = ''] = address.split(':');
    return new Promise((resolve, reject) => {
      const socket = connect({ host, port: Number(port) });
      let answer = '';
      socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('clamd did not answer in time')));
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
      socket.on('error', reject);
      socket.on('close', () => {
        const text = answer.replaceAll('\0', '').trim();
        const found = /^stream: (.+) FOUND$/.exec(text)?.[1];
        if (found !== undefined) resolve(found);
        else if (text === 'stream: OK') resolve(undefined);
        else reject(new Error(`clamd answered "${text}"`));
      });
      socket.on('connect', () => {
        send(socket, bytes).catch((error: unknown) => socket.destroy(error instanceof Error ? error : new Error(String(error))));
      });
    });
  },
});

async function send(socket: Socket, content: Buffer): Promise<void> {
  const write = (bytes: Buffer) =>
    new Promise<void>((resolve, reject) => {
      socket.write(bytes, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  await write(Buffer.from('zINSTREAM\0'));
  for (let from = 0; from < content.length; from += CHUNK_BYTES) {
    const chunk = content.subarray(from, from + CHUNK_BYTES);
    await write(Buffer.concat([toLength(chunk.length), chunk]));
  }
  await write(toLength(0));
}

function toLength(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}
