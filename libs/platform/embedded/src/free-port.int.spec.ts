import { describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import { findFreePort } from './free-port.ts';

describe('findFreePort', () => {
  it('keeps the preferred port while it is free', async () => {
    const port = await findFreePort();
    expect(await findFreePort({ prefer: port })).toBe(port);
  });

  it('gives up a preferred port that somebody listens on', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await findFreePort({ prefer: port })).not.toBe(port);
    server.close();
  });

  it('is no port that the system gives to whoever asks for any', async () => {
    const ports = await Promise.all(Array.from({ length: 50 }, () => findFreePort()));
    expect(Math.max(...ports)).toBeLessThan(32_768);
    expect(Math.min(...ports)).toBeGreaterThan(1_023);
  });

  it('leaves out ports that are promised to somebody else', async () => {
    const port = await findFreePort();
    expect(await findFreePort({ prefer: port, not: [port] })).not.toBe(port);
  });
});
