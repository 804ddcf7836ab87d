import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module, Sse } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '@motcua/observability';
import { Observable } from 'rxjs';
import { createHttpApp, listen } from '../index.ts';

@Controller()
class LiveController {
  @Sse('endless')
  endless() {
    return new Observable<{ data: string }>((reader) => {
      reader.next({ data: 'first' });
    });
  }
}

@Module({ controllers: [LiveController] })
class LiveModule {}

const lines: { msg: string; url?: string }[] = [];
let app: NestFastifyApplication;
let url: string;

beforeAll(async () => {
  const write = (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]);
  const logger = createLogger('spec', { destination: { write } });
  app = await createHttpApp(LiveModule, { service: 'spec', logger });
  url = await listen(app, { host: '127.0.0.1', port: 0, logger });
});
afterAll(() => app.close());

describe('a service that listens', () => {
  it('says where, in one line', () => {
    expect(lines).toEqual([expect.objectContaining({ msg: 'listening', url, service: 'spec' })]);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('stops although a live stream is open', async () => {
    const reader = (await fetch(`${url}/endless`)).body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('data: first');
    // The stream has no end of its own: to wait for it would be to wait for ever.
    await app.close();
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });
});
