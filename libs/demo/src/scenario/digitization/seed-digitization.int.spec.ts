import { toImportedDossierId, type ArchivedDocument, type LegacyEvent } from '@motcua/contracts';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { readReferenceData } from '../../reference/reference-data.ts';
import { createScenarioWorld } from '../thanh-ba/create-world.ts';
import { generateThanhBa } from '../thanh-ba/generate-thanh-ba.ts';
import type { ScenarioWorld } from '../thanh-ba/scenario-world.ts';
import { toScenarioDocuments } from './scenario-documents.ts';
import { seedDigitization } from './seed-digitization.ts';

let world: ScenarioWorld;
let events: LegacyEvent[];
beforeAll(async () => {
  world = createScenarioWorld(await readReferenceData());
  events = generateThanhBa(world, { seed: 7, size: { district: 200, commune: 600 } });
});

/** What a gateway is asked, and what it says: a log that is published, a tracker that first is behind it and then slow to learn of dossiers. */
let gateway: Server;
let taken: ArchivedDocument[];
let uploads: string[];
let lags: number[];
let refusals: ((document: ArchivedDocument) => string | undefined)[];
let isPublished: boolean[];
beforeEach(async () => {
  [taken, uploads, lags, refusals, isPublished] = [[], [], [4_000, 700, 0], [], [false, true]];
  gateway = createServer((request, response) => {
    void answer(request).then((body) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)));
  });
  await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  gateway.closeAllConnections();
  await new Promise((done) => gateway.close(done));
});

async function answer(request: IncomingMessage): Promise<object> {
  const { url = '', method } = request;
  const place = { end: null, relay: null, state: 'active' };
  if (url === '/v1/events/position') return { ...place, published: true };
  if (url === '/v1/digitization-imports/position') return { ...place, published: isPublished.shift() ?? true };
  if (url === '/health/ready') return { status: 'ready', checks: { projection: { lag: lags.shift() ?? 0 } } };
  const body = await text(request);
  if (url !== '/v1/digitization-imports') {
    uploads.push(`${method ?? ''} ${url}`);
    return {};
  }
  expect(lags).toEqual([]);
  const { documents } = JSON.parse(body) as { documents: ArchivedDocument[] };
  const toCode = refusals.shift() ?? (() => undefined);
  const refused = documents.flatMap((document, index) => {
    const code = toCode(document);
    if (code === undefined) taken.push(document);
    return code === undefined ? [] : [{ index, sourceCode: document.sourceCode, code, detail: 'x' }];
  });
  return { taken: documents.length - refused.length, known: 0, refused };
}

async function seed(): Promise<{ done: number; total: number }[]> {
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  const stack = {
    gatewayUrl: url,
    createToken: () => Promise.resolve('t'),
    services: { 'digitization-tracker': { url, pid: 1 } },
  };
  const reported: { done: number; total: number }[] = [];
  await seedDigitization({ stack, world, events, onProgress: (progress) => reported.push(progress) });
  return reported;
}
const namesOf = (documents: readonly ArchivedDocument[]): string[] =>
  documents.map(({ sourceCode, part, code }) => `${sourceCode}/${part}/${code ?? ''}`).sort();

describe('what was digitized of the scenario', () => {
  it('is sent once the tracker is at the end of the log, each document until its dossier is known, and the files after it', async () => {
    const { archived, stored } = toScenarioDocuments(world, events);
    let count = 0;
    refusals = [
      () => (++count % 3 === 0 ? 'dossier.unknown' : undefined),
      () => (++count % 7 === 0 ? 'dossier.unknown' : undefined),
    ];

    const reported = await seed();

    expect(namesOf(taken)).toEqual(namesOf(archived));
    expect(uploads).toEqual(
      stored.map(
        ({ dossier, code }) =>
          `POST /v1/dossiers/${toImportedDossierId(dossier.source, dossier.sourceCode)}/result/files?result=${code}`,
      ),
    );
    expect(reported.at(-1)).toEqual({ done: archived.length, total: archived.length });
    expect(isPublished).toEqual([]);
  });

  it('ends with what is wrong where a document is refused', async () => {
    refusals = [(document) => (document.part === 'result' ? 'result.unknown' : undefined)];

    await expect(seed()).rejects.toMatchObject({ code: 'scenario.refused' });
  });
});
