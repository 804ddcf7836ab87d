import type { InstitutionalFigure } from '@motcua/contracts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { readInstitutionalScenario } from './institutional-scenario.ts';
import { seedInstitutional } from './seed-institutional.ts';

const place = ({ kind, unit, validFrom }: InstitutionalFigure): string => `${kind}/${unit}/${validFrom}`;

/** A catalogue that has some figures already, and remembers what is entered. */
let catalogue: Server;
let there: InstitutionalFigure[];
let entered: string[];
beforeEach(async () => {
  [there, entered] = [[], []];
  catalogue = createServer((request, response) => {
    void answer(request).then((body) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)));
  });
  await new Promise<void>((done) => catalogue.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  catalogue.closeAllConnections();
  await new Promise((done) => catalogue.close(done));
});

async function answer(request: IncomingMessage): Promise<object> {
  if (request.method === 'PUT') {
    const figure = (await json(request)) as InstitutionalFigure;
    expect(request.url).toBe(`/v1/institutional-figures/${figure.kind}/${figure.unit}`);
    entered.push(place(figure));
    return {};
  }
  expect(request.url).toBe('/v1/institutional-figures?unit=thanh-ba&from=2022-01-01&to=2022-10-31');
  const version = { version: 2, recordedAt: '2026-03-02T03:00:00Z', supersededBy: null };
  const figures = there.map((document) => ({ kind: document.kind, unit: document.unit, ...version, document }));
  return { unit: 'thanh-ba', from: '2022-01-01', to: '2022-10-31', units: [], former: [], figures };
}

const seed = (): Promise<void> => {
  const gatewayUrl = `http://127.0.0.1:${(catalogue.address() as AddressInfo).port}`;
  return seedInstitutional({ stack: { gatewayUrl, createToken: () => Promise.resolve('t') } });
};

describe('the institutional figures of the scenario', () => {
  it('are all entered where there are none, each once', async () => {
    await seed();
    expect(entered.toSorted()).toEqual((await readInstitutionalScenario()).map(place).toSorted());
    expect(new Set(entered).size).toBe(entered.length);
  });

  it('leave alone what is there, also what somebody has corrected since', async () => {
    const [first, second, ...rest] = await readInstitutionalScenario();
    if (first?.kind !== 'modern-one-stop' || second === undefined) throw new Error('the scenario begins otherwise');
    there = [{ ...first, modern: !first.modern }, second];
    await seed();
    expect(entered.toSorted()).toEqual(rest.map(place).toSorted());
  });
});
