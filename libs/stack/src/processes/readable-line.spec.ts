import { describe, expect, it } from '@jest/globals';
import { toReadableLine } from './readable-line.ts';

describe('toReadableLine', () => {
  it.each([
    ['{"level":"fatal","time":"…","err":{"stack":"…"},"msg":"DATABASE_URL is missing"}', 'fatal: DATABASE_URL is missing'],
    ['{"msg":"listening","url":"http://127.0.0.1:1"}', 'listening'],
    ['{"half a line', '{"half a line'],
    ['{"level":30}', '{"level":30}'],
    ['Error: no such module', 'Error: no such module'],
  ])('reads %s', (line, expected) => {
    expect(toReadableLine(line)).toBe(expected);
  });
});
