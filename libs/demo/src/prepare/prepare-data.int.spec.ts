import { createTestDatabase } from '@motcua/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliError } from '@motcua/terminal';
import { prepareScenario } from './prepare-data.ts';
import { findScenarioRecord, getStoreIdentity, type ScenarioRecord, writeScenarioRecord } from '@motcua/stack/run';
import { getStackPaths, type StackPaths } from '@motcua/stack';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let store: string;
let health: Server;
let home: string;
let paths: StackPaths;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await getStoreIdentity(database.url);
  home = await mkdtemp(join(tmpdir(), 'prepare-data-'));
  paths = { ...getStackPaths(), scenarioFile: join(home, 'scenario.json') };
  health = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end('{"status":"ready","checks":{"projection":{"lag":0}}}');
  });
  await new Promise<void>((done) => health.listen(0, '127.0.0.1', done));
}, 60_000);
afterAll(async () => {
  await new Promise((done) => health.close(done));
  await database.drop();
  await rm(home, { recursive: true });
});

let done: string[];
let warnings: string[];
beforeEach(() => {
  [done, warnings] = [[], []];
});

interface Given {
  readonly record?: Partial<ScenarioRecord>;
  readonly isLoaded?: boolean;
  readonly documents?: () => Promise<void>;
}

/** Prepares a store of which this is on record, and answers what is on record after it. */
async function prepare({ record = {}, isLoaded = false, documents = () => Promise.resolve() }: Given): Promise<ScenarioRecord> {
  await writeScenarioRecord(paths, { store, ...record });
  const note = (what: string) => (): Promise<void> => {
    done.push(what);
    return Promise.resolve();
  };
  const nothing = (): Promise<void> => Promise.resolve();
  const url = `http://127.0.0.1:${(health.address() as AddressInfo).port}`;
  await prepareScenario({
    paths,
    signal: new AbortController().signal,
    stack: {
      gatewayUrl: url,
      services: { 'kpi-aggregator': { url, pid: 1 } },
      postgresUrl: database.url,
      kafkaBrokers: '',
      createToken: () => Promise.resolve('t'),
    },
    progress: {
      line: () => undefined,
      warn: (text) => warnings.push(text),
      step: (title, work) => {
        if (title === 'projecting') done.push(title);
        return work(() => undefined);
      },
    },
    parts: {
      seedReference: nothing,
      addClocks: nothing,
      addStaff: nothing,
      addReasons: nothing,
      seedNotices: nothing,
      isScenarioLoaded: () => Promise.resolve(isLoaded),
      loadScenario: note('scenario'),
      completeScenario: () => note('documents')().then(documents),
    },
  });
  return findScenarioRecord(paths, store);
}

const stamps = ({ store: _store, ...record }: ScenarioRecord): string[] => Object.keys(record).sort();
const all = ['documentsLoadedAt', 'projectedAt', 'scenarioLoadedAt'];

describe('a store gets of the scenario', () => {
  it('all of it where it has nothing, once', async () => {
    const record = await prepare({});
    expect([done, stamps(record)]).toEqual([['scenario', 'projecting'], all]);

    done = [];
    await prepare({ record });
    expect(done).toEqual([]);
  });

  it('what was digitized alone where an earlier version loaded the rest, and waits for the board again', async () => {
    const record = await prepare({ record: { scenarioLoadedAt: 'then', projectedAt: 'then' } });

    expect([done, stamps(record)]).toEqual([['documents', 'projecting'], all]);
    expect([record.scenarioLoadedAt, record.projectedAt === 'then']).toEqual(['then', false]);
  });

  it('what may be missing of the documents where the record was lost', async () => {
    expect(stamps(await prepare({ isLoaded: true }))).toEqual(all);
    expect(done).toEqual(['documents', 'projecting']);
  });

  it('no documents where nobody knows their dossiers any more; that is said, and tried again at the next start', async () => {
    const refused = new CliError({ code: 'scenario.refused', message: 'nobody knows them' });
    const record = await prepare({
      record: { scenarioLoadedAt: 'then', projectedAt: 'then' },
      documents: () => Promise.reject(refused),
    });

    expect([warnings, stamps(record)]).toEqual([['nobody knows them'], ['projectedAt', 'scenarioLoadedAt']]);
  });

  it('nothing more, and the start ends, where the documents fail otherwise', async () => {
    await expect(prepare({ isLoaded: true, documents: () => Promise.reject(new Error('bug')) })).rejects.toThrow('bug');
  });
});
