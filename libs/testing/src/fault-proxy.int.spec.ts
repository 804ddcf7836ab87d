import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { FaultProxy } from './fault-proxy.ts';
import { waitFor } from './wait-for.ts';

let echo: Server;
let proxy: FaultProxy;
/** What the server's side has seen of connections. */
let seen: { opened: number; closed: number };
const clients: Socket[] = [];
beforeEach(async () => {
  const counts = { opened: 0, closed: 0 };
  seen = counts;
  echo = createServer((socket) => {
    counts.opened += 1;
    socket.on('error', () => undefined);
    socket.on('close', () => (counts.closed += 1));
    socket.pipe(socket);
  });
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await FaultProxy.listen(`127.0.0.1:${(echo.address() as AddressInfo).port}`);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await proxy.close();
  await new Promise((resolve) => echo.close(resolve));
});

/** A client that keeps what it hears. */
function come(): { readonly socket: Socket; readonly heard: () => string; readonly isClosed: () => boolean } {
  const [host, port] = proxy.address.split(':');
  const socket = connect({ host, port: Number(port) });
  clients.push(socket);
  let text = '';
  let isClosed = false;
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  socket.on('close', () => (isClosed = true));
  return { socket, heard: () => text, isClosed: () => isClosed };
}

describe('a proxy for faults', () => {
  it('passes on what is said, and that it is over', async () => {
    const { socket, heard, isClosed } = come();
    socket.write('hello');
    await waitFor(() => heard() === 'hello', { describe: 'the echo' });
    socket.end();
    await waitFor(() => isClosed() && seen.closed === 1, { describe: 'both ends closed' });
  });

  it('is silent: nothing passes, nobody is told, and what was held back passes when it heals', async () => {
    const [one, gone] = [come(), come()];
    one.socket.write('a');
    gone.socket.write('a');
    await waitFor(() => one.heard() === 'a' && gone.heard() === 'a', { describe: 'the echo' });
    proxy.silence();
    one.socket.write('b');
    gone.socket.destroy();
    const late = come();
    await once(late.socket, 'connect');
    late.socket.write('c');
    // A connection past the proxy is answered meanwhile: it is not the server that is slow.
    const past = connect((echo.address() as AddressInfo).port);
    clients.push(past);
    past.write('d');
    await once(past, 'data');
    expect([one.heard(), late.heard(), seen]).toEqual(['a', '', { opened: 3, closed: 0 }]);
    proxy.heal();
    await waitFor(() => one.heard() === 'ab' && seen.closed === 1 && late.isClosed(), { describe: 'what was held back' });
  });

  it('cuts, turns away, and lets in again', async () => {
    const one = come();
    one.socket.write('a');
    await waitFor(() => one.heard() === 'a', { describe: 'the echo' });
    proxy.refuse();
    await waitFor(() => one.isClosed() && seen.closed === 1, { describe: 'the cut' });
    const turnedAway = come();
    await waitFor(turnedAway.isClosed, { describe: 'the refusal' });
    expect(seen.opened).toBe(1);
    proxy.open(`127.0.0.1:${(echo.address() as AddressInfo).port}`);
    const again = come();
    again.socket.write('b');
    await waitFor(() => again.heard() === 'b', { describe: 'the echo' });
  });

  it('lets all pass late, in its order, and what comes afterwards behind it', async () => {
    const one = come();
    one.socket.write('a');
    await waitFor(() => one.heard() === 'a', { describe: 'the echo' });
    proxy.delay(150);
    const sentAt = Date.now();
    one.socket.write('b');
    await waitFor(() => proxy.delayed > 0, { describe: 'the slow line' });
    proxy.delay(0);
    one.socket.write('c');
    await waitFor(() => one.heard() === 'abc', { describe: 'all three', intervalMs: 5 });
    expect(Date.now() - sentAt).toBeGreaterThanOrEqual(150);
  });
});
