import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { toCallerLines } from './caller-lines.ts';

const url = 'https://motcua.example.vn';
const lines = (caller: Parameters<typeof toCallerLines>[1]) => toCallerLines(url, caller).map(stripVTControlCharacters);

describe('who somebody is', () => {
  it('is told with their post', () => {
    const an = { sub: 'cb.an', name: 'Nguyễn Văn An', amr: [], posts: ['counter@xa-thanh-ba'], post: 'counter@xa-thanh-ba' };
    expect(lines(an)).toEqual([`Nguyễn Văn An (cb.an) at ${url}`, '  counter@xa-thanh-ba']);
  });

  it('leaves a post to be chosen, where there are several', () => {
    const posts = ['head@xa-thanh-ba', 'specialist@xa-dong-xuan'];
    expect(lines({ sub: 'cb.binh', name: 'cb.binh', amr: [], posts, post: null })).toEqual([
      `cb.binh at ${url}`,
      '  head@xa-thanh-ba, specialist@xa-dong-xuan',
      '  Choose one of them: MOTCUA_POST=…, or motcua login --post …',
    ]);
  });

  it('says who can do nothing', () => {
    expect(lines({ sub: 'cb.chi', name: 'cb.chi', amr: [], posts: [], post: null })).toEqual([
      `cb.chi at ${url}`,
      '  without a post: every request will be refused',
    ]);
  });
});
