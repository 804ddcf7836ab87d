import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { paragraph, report } from './report.builder.ts';
import { showReport } from './show-report.ts';

describe('at the end of a start', () => {
  let gateway: Server;
  let answer: (response: ServerResponse) => void;
  let asked: (string | undefined)[];
  beforeEach(async () => {
    asked = [];
    gateway = createServer(({ url }, response) => {
      asked.push(url);
      answer(response);
    });
    await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done));
  });
  afterEach(async () => {
    gateway.closeAllConnections();
    await new Promise((done) => gateway.close(done));
  });

  async function show(signal = new AbortController().signal): Promise<{ lines: string[]; warnings: string[] }> {
    const lines: string[] = [];
    const warnings: string[] = [];
    const gatewayUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
    const stack = { gatewayUrl, createToken: () => Promise.resolve('token') };
    const progress = { line: (text: string) => lines.push(text), warn: (text: string) => warnings.push(text) };
    await showReport({ stack, progress, width: undefined, signal });
    return { lines, warnings };
  }

  it('the report of the scenario is asked for and told', async () => {
    answer = (response) => response.setHeader('content-type', 'application/json').end(JSON.stringify(report));

    const { lines, warnings } = await show();

    expect([lines[0], warnings]).toEqual([`  ${paragraph}`, []]);
    expect(asked).toEqual(['/v1/reports/supervision?unit=thanh-ba&from=2022-01-01&to=2022-10-31&lang=vi&format=json']);
  });

  it('a report that does not come is said, with what to do, and stops nothing', async () => {
    answer = (response) =>
      response.writeHead(503, { 'content-type': 'application/problem+json' }).end('{"code":"x","title":"Away"}');

    const { lines, warnings } = await show();

    expect(lines).toEqual([]);
    expect(warnings).toEqual([
      'The supervision report is not there yet (Away). Ask again: motcua report supervision --unit thanh-ba --period 2022-01-01..2022-10-31',
    ]);
  });

  it('nothing is said once the stack has been told to stop', async () => {
    const stop = new AbortController();
    answer = () => {
      stop.abort();
    };

    expect(await show(stop.signal)).toEqual({ lines: [], warnings: [] });
  });
});
