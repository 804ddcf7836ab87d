/** The baseline, as a process of its own: each body goes to a file of its own in a folder (`FOLDER`) and is forced to the disk, no more. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const folder = process.env['FOLDER'] ?? '';
await mkdir(folder, { recursive: true });

const keep = (body: IncomingMessage): Promise<void> =>
  // `flush` forces the bytes to the disk before the file is closed.
  pipeline(body, createWriteStream(join(folder, randomUUID()), { flags: 'wx', flush: true }));

const server = createServer((request, response) => {
  keep(request).then(
    () => response.writeHead(201).end(),
    () => response.writeHead(500).end(),
  );
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // It listens on a port.
  console.log(JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${port}` }));
});
