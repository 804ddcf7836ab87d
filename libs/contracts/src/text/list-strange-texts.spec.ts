import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { LocalizedName } from '../instant.ts';
import { listStrangeTexts } from './list-strange-texts.ts';
import { findStrange, toOneLine } from './strange-characters.ts';
import { paragraphs, verbatim } from './text-mark.ts';

/** Everything that must not stand in a name, each alone and where one range of them ends. */
const never = [
  ...['\u0000', '\b', '\u001b', '\u007f', '\u0085', '\u009f'],
  ...['\u2028', '\u2029'],
  ...['\u200b', '\u200e', '\u200f', '\u2060', '\ufeff'],
  ...['\u061c', '\u202a', '\u202e', '\u2066', '\u2069'],
];
const lineEnds = ['\r', '\n', '\t', '\r\n'];
const joiners = ['\u200c', '\u200d'];

const Paper = z.strictObject({ name: z.string(), note: paragraphs(z.string().max(9)).optional() }).meta({ id: 'Paper' });
const Request = z.strictObject({
  name: LocalizedName,
  papers: z.array(Paper).optional(),
  reason: paragraphs(z.string()).nullable().optional(),
  map: z.record(z.string(), z.string()).optional(),
  either: z.union([z.strictObject({ code: z.string() }), z.strictObject({ words: paragraphs(z.string()) })]).optional(),
  secret: verbatim(z.string()).optional(),
  lines: z.array(verbatim(z.unknown())).optional(),
  loose: z.object({ known: z.string().optional() }).optional(),
  any: z.unknown().optional(),
});
const pathsIn = (value: unknown) => listStrangeTexts(Request, value).map(({ path }) => path.join('/'));

describe('a text of one line', () => {
  it.each([...never, ...lineEnds, ...joiners])('holds no %j', (character) => {
    expect(findStrange(`Nguyễn${character}An`)?.position).toBe(7);
    expect(findStrange(character)).toBeDefined();
    expect(toOneLine(`Nguyễn${character}${character}An${character}`)).toBe('Nguyễn An');
  });

  it('holds every letter of Vietnamese, composed or not, and signs of other scripts', () => {
    const names = ['Nguyễn Thị Ánh Tuyết', 'Đặng Hữu Phước', 'Ksor H’Bếch', 'Y Blế Êban', '李明 – Hoàng "Nam" (2) & con', '😀'];
    for (const name of names.flatMap((text) => [text, text.normalize('NFD')])) expect(findStrange(name)).toBeUndefined();
  });

  it('is what any text becomes', () => {
    const signs = fc.constantFrom(...never, ...lineEnds, ...joiners, ' ', 'a', 'ế', '😀');
    fc.assert(
      fc.property(fc.string({ unit: signs }), (text) => {
        expect(findStrange(toOneLine(text))).toBeUndefined();
      }),
    );
  });
});

describe('a text of several lines', () => {
  it('holds line ends, tabs and joiners, and nothing else of these', () => {
    for (const good of ['\n', '\t', '\r\n', ...joiners]) expect(findStrange(`a${good}b`, 'paragraphs')).toBeUndefined();
    for (const bad of [...never, '\r', '\r\r\n']) expect(findStrange(`a${bad}b`, 'paragraphs')?.position).toBe(2);
  });
});

describe('the texts of a request', () => {
  it('are one line, unless their schema says otherwise', () => {
    expect(
      pathsIn({
        name: { vi: 'a\rb', en: 'a' },
        papers: [
          { name: 'a', note: 'a\nb' },
          { name: 'a\nb', note: 'a\u202eb' },
        ],
        reason: 'a\r\nb',
        map: { 'a\tb': 'c', d: 'e\u200b' },
        secret: 'a\u0007',
        lines: [{ name: 'a\rb' }],
        any: { deep: ['\r'] },
      }),
    ).toEqual(['name/vi', 'papers/1/name', 'papers/1/note', 'map/a\tb', 'map/d', 'any/deep/0']);
    expect(pathsIn({ either: { code: 'a\nb' } })).toEqual(['either/code']);
    expect(pathsIn({ either: { words: 'a\nb' } })).toEqual([]);
  });

  it('are not looked at where the schema drops them: others may send more than we take', () => {
    expect(pathsIn({ loose: { unknown: 'a\rb', deep: { er: '\r' } } })).toEqual([]);
    expect(pathsIn({ loose: { known: 'a\rb' } })).toEqual(['loose/known']);
  });

  it('are named with what to do, in both languages', () => {
    expect(listStrangeTexts(Request, { name: { vi: 'Xã\u200bA' }, reason: 'a\u202e' })).toEqual([
      {
        path: ['name', 'vi'],
        character: { name: 'U+200B', position: 3 },
        vi: 'Ký tự thứ 3 (U+200B) là ký tự điều khiển, xuống dòng hoặc ký tự ẩn, không được dùng ở đây. Hãy xóa ký tự đó và viết trên một dòng.',
        message:
          'Character 3 (U+200B) is a control character, a line break or an invisible one, which is not taken here. Delete it and write one line.',
      },
      {
        path: ['reason'],
        character: { name: 'U+202E', position: 2 },
        vi: 'Ký tự thứ 2 (U+202E) là ký tự điều khiển hoặc ký tự ẩn, không được dùng ở đây. Hãy xóa ký tự đó.',
        message: 'Character 2 (U+202E) is a control character or an invisible one, which is not taken here. Delete it.',
      },
    ]);
  });

  it('are refused nowhere but in requests: what is kept is read', () => {
    expect(LocalizedName.safeParse({ vi: 'Xã\r\nA' }).success).toBe(true);
  });
});
