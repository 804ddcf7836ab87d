/** A service in small, path → text: one of everything that a bundler may get wrong. Line 6 of `read-text.ts` is where its trace begins. */
export const sampleService: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'src/texts/greeting.txt': 'xin chào',
  'src/texts/read-text.ts': `import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const readText = (): string => readFileSync(join(import.meta.dirname, 'greeting.txt'), 'utf8');
export function trace(): string {
  return new Error('here').stack ?? '';
}
`,
  'src/store.ts': `export class Pool {}
export class Store {}
`,
  'src/greet.worker.ts': `import { parentPort } from 'node:worker_threads';
import { readText } from './texts/read-text.ts';
parentPort?.postMessage(readText());
`,
  'src/main.ts': `import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import oldHouse from 'old-house';
import { Pool, Store as StoredElsewhere } from './store.ts';
import { readText, trace } from './texts/read-text.ts';

const injected: unknown[] = [];
const keep = (key: string, types: unknown[]) => void (key === 'design:paramtypes' && injected.push(...types));
Object.assign(Reflect, { metadata: (key: string, types: unknown[]) => () => keep(key, types) });
const injectable = (_class: unknown): void => undefined;

@injectable
class Store {
  constructor(readonly pool: Pool) {}
}

const [thread] = await once(new Worker(new URL('./greet.worker.js', import.meta.url)), 'message');
const { packaged, packageTrace, findOptional } = oldHouse;
const names = [Store.name, StoredElsewhere.name];
const types = injected.map((type) => (type as { name: string }).name);
const optional = await findOptional();
console.log(
  JSON.stringify({ injected: types, names, text: readText(), packaged, thread, optional, ownTrace: trace(), packageTrace }),
);
`,
  'node_modules/old-house/note.txt': 'from the house',
  'node_modules/old-house/package.json': '{ "name": "old-house", "main": "index.js" }',
  'node_modules/old-house/index.js': `const { readFileSync } = require('fs');
exports.packaged = readFileSync(__dirname + '/note.txt', 'utf8');
exports.packageTrace = new Error('there').stack;
exports.findOptional = () => import('not-installed').catch((error) => error.code);
`,
};
