import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageExample } from './to-async-api.ts';

const fixtureName = /^(?<type>.+\.v\d+)(?:\.(?<what>[a-z-]+))?\.json$/;

/** @param folder of the fixtures: `<type>.json`, and `<type>.<what is special>.json` for one more of a type. @returns by type, the plain one first */
export function readExamples(folder: string): ReadonlyMap<string, readonly MessageExample[]> {
  const found = new Map<string, MessageExample[]>();
  for (const file of readdirSync(folder)) {
    const { type, what = 'usual' } = fixtureName.exec(file)?.groups ?? {};
    if (type === undefined) continue;
    const example = { name: what, payload: JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown };
    const others = found.get(type) ?? [];
    found.set(type, what === 'usual' ? [example, ...others] : [...others, example]);
  }
  return found;
}
