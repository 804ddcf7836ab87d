import { describe, expect, it } from '@jest/globals';
import { parseLine } from './parse-line.ts';

const now = Date.parse('2026-03-02T03:00:00Z');
const line = {
  source: 'urn:motcua:scenario:thanh-ba-2022',
  sourceCode: 'H44.05-220103-0001',
  part: 'component',
  number: 1,
  digitizedAt: '2022-01-03T08:00:00+07:00',
  archive: { system: 'kho-luu-tru', href: 'https://kho.example/1' },
  pages: 2,
  signed: false,
};
const answer = (more: object) => {
  const given = parseLine({ ...line, ...more }, 7, now);
  return 'refused' in given ? [given.refused.code, given.refused.sourceCode, given.refused.index] : 'taken';
};

describe('a line of an import', () => {
  it('is taken with a number or a code, with or without what the archive knows', () => {
    expect(answer({})).toBe('taken');
    expect(answer({ number: undefined, code: 'to-khai' })).toBe('taken');
    expect(answer({ source: undefined, pages: undefined, archive: { system: 'kho' }, sha256: 'a'.repeat(64) })).toBe('taken');
  });

  it.each([
    [{ code: 'to-khai' }],
    [{ number: undefined }],
    [{ number: 0 }],
    [{ part: 'receipt' }],
    [{ digitizedAt: '2022-01-03' }],
    [{ digitizedAt: '2022-01-03T08:00:00' }],
    [{ archive: { system: '' } }],
    [{ archive: { system: 'kho\u0000' } }],
    [{ archive: { system: 'kho\u200b' } }],
    [{ source: 'urn:kho\u2028' }],
    [{ archive: { system: 'kho', href: 'half \ud800' } }],
    [{ sha256: 'A'.repeat(64) }],
    [{ pages: 0 }],
    [{ signed: 'yes' }],
    [{ citizen: 'Nguyễn Văn A' }],
  ])('is refused by itself, under its code, with %j', (more) => {
    expect(answer(more)).toEqual(['document.malformed', 'H44.05-220103-0001', 7]);
  });

  it.each([[null], ['text'], [[]], [{ sourceCode: 7 }]])('is refused where %j is no document at all', (given) => {
    expect(parseLine(given, 0, now)).toMatchObject({ refused: { code: 'document.malformed', sourceCode: null } });
  });

  it('says which fields are wrong', () => {
    const given = parseLine({ ...line, pages: 0, part: 'receipt' }, 0, now);
    expect('refused' in given && given.refused.detail).toMatch(/part: .*pages: /);
  });

  it('was digitized before now', () => {
    expect(answer({ digitizedAt: '2026-03-02T10:00:00+07:00' })).toBe('taken');
    expect(answer({ digitizedAt: '2026-03-02T10:00:01+07:00' })).toEqual(['document.in-the-future', 'H44.05-220103-0001', 7]);
  });
});
