import { describe, expect, it } from '@jest/globals';
import type { Command } from 'commander';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CommandName, commandTable } from './command-table.ts';

const root = resolve(import.meta.dirname, '../../..');
const places = ['apps', 'libs', 'docs', 'deploy', 'k8s', 'README.md', 'CONTRIBUTING.md', 'docker-compose.yml'];
const kinds = /\.(?:ts|tsx|md|ya?ml|sh|json|js)$/;
const left = /node_modules|dist$|\/docs\/screens|\.spec\.tsx?$|-e2e\/|\/testing$|\/fixtures?$/;

function* listFiles(path: string): Generator<string> {
  if (/\.[a-z]+$/.test(path)) {
    if (kinds.test(path) && !left.test(path)) yield path;
    return;
  }
  for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
    const below = `${path}/${entry.name}`;
    if (left.test(below)) continue;
    if (entry.isDirectory()) yield* listFiles(below);
    else if (kinds.test(below)) yield below;
  }
}

/** In code, in quotes, behind a prompt or at the beginning of a line of a script: told to be typed. */
const printed =
  /(?:^|[`"'“]|\$ |npx |→ |hint: )motcua ((?:[a-z][a-z-]*|--[a-z-]+|<[^>]+>|\$\{[^}]+\}|[\w./:-]+)(?: (?:[^\s`"'|;&)”#\\,]+))*)/gm;

interface Printed {
  readonly file: string;
  readonly words: readonly string[];
}
const listPrinted = (): Printed[] =>
  places
    .flatMap((place) => [...listFiles(place)])
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(printed)].map(([, rest = '']) => ({ file, words: rest.split(' ') })),
    );

const commands = new Map<string, Command>();
for (const name of Object.keys(commandTable) as CommandName[]) commands.set(name, await commandTable[name].load());
const everywhere = ['--help', '--json', '--gateway', '--profile', '--post'];

/** Labels of keys and of a queue, in quotes as a command would be. */
const labels = ['audit', 'content', 'look-up', 'queue', 'rating'];

/** What of a printed command does not exist; undefined: nothing. */
function findFault([name = '', ...rest]: readonly string[]): string | undefined {
  if (/^[-<$]/.test(name) || name === 'completion' || labels.includes(name)) return undefined;
  // which of several is said by what runs
  if (rest[0]?.startsWith('${') === true && commands.get(name)?.commands.length !== 0) return undefined;
  const words = rest.filter((word) => /^[a-z][a-z-]*$/.test(word));
  let command = commands.get(name);
  for (let below = command; below !== undefined && below.commands.length > 0; words.shift()) {
    const [word] = words;
    if (word === undefined) break;
    below = below.commands.find((it) => it.name() === word);
    if (below === undefined) return `motcua ${name} ${rest.join(' ')}`;
    command = below;
  }
  if (command === undefined) return `motcua ${name}`;
  const [value] = words;
  const choices = command.registeredArguments[0]?.argChoices;
  if (value !== undefined && choices !== undefined && !choices.includes(value)) return `motcua ${name} ${rest.join(' ')}`;
  const known = [...everywhere, ...command.options.flatMap(({ long }) => long ?? [])];
  const option = rest.flatMap((word) => /^--[a-z-]+/.exec(word) ?? []).find((long) => !known.includes(long));
  return option === undefined ? undefined : `motcua ${name} ${option}`;
}

const choicesOf = (name: string, below?: string): readonly string[] => {
  const command = commands.get(name);
  const one = below === undefined ? command : command?.commands.find((it) => it.name() === below);
  return one?.registeredArguments[0]?.argChoices ?? [];
};
/** Services that publish. */
const listPublishers = (): string[] =>
  [...listFiles('apps')].filter((file) => file.endsWith('.relay.ts')).map((file) => file.split('/')[1] ?? '');

describe('a command that is printed', () => {
  const all = listPrinted();

  it('exists, with what is said behind it', () => {
    expect(all.length).toBeGreaterThan(150);
    expect(
      all.flatMap(({ file, words }) => (findFault(words) === undefined ? [] : [`${file}: ${String(findFault(words))}`])),
    ).toEqual([]);
  });

  it('rebuilds every projection that a consumer may name', () => {
    const files = [...listFiles('apps')].filter((file) => /consumer|dossier-event\.ts|projected-log/.test(file));
    const projections = files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/(?:projection: |PROJECTION = )'([a-z.]+)'/g)].map(
        ([, name = '']) => name,
      ),
    );
    expect(new Set(projections).size).toBeGreaterThanOrEqual(6);
    expect(choicesOf('rebuild')).toEqual(expect.arrayContaining(projections.map((name) => name.split('.')[0])));
  });

  it('adopts the store of every relay', () => {
    const publishers = new Set(listPublishers());
    expect(publishers).toEqual(new Set(['catalogue', 'dossier-intake', 'digitization-tracker', 'sla-timer']));
    expect(choicesOf('relay', 'adopt')).toEqual(['intake', 'catalogue', 'sla', 'digitization', 'all']);
  });
});
