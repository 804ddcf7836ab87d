import { describe, expect, it } from '@jest/globals';
import { en } from './en/index.ts';
import { vi } from './vi/index.ts';

type Tree = Readonly<Record<string, unknown>>;

/** Every sentence with its path: `board.cards.onTime`. */
const flatten = (words: Tree, path = ''): [path: string, sentence: string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flatten(value as Tree, `${path}${key}.`),
  );
const holesOf = (sentence: string): string[] => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, hole]) => hole!).sort();

describe('words', () => {
  const vietnamese = new Map(flatten(vi));
  const english = new Map(flatten(en));

  it('are the same in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...vietnamese.keys()].sort());
  });

  it('have the same holes in both', () => {
    const holes = (words: Map<string, string>) => [...words].map(([key, sentence]) => [key, holesOf(sentence)]).sort();
    expect(holes(english)).toEqual(holes(vietnamese));
  });

  it('of English hold no Vietnamese but the name of the language', () => {
    const accented = [...english].filter(([, sentence]) => /[ăâđêôơưạ-ỹ]/iu.test(sentence));
    expect(accented).toEqual([['shell.language', 'Tiếng Việt']]);
  });
});
