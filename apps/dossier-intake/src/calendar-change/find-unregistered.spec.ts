import { describe, expect, it } from '@jest/globals';
import { findUnregistered } from './find-unregistered.ts';

const vn = (...versions: number[]) => ({ id: 'vn', versions });
const noted = (version: number, state: 'planning' | 'superseded') => ({ calendarId: 'vn', version, state });

describe('the versions of a calendar to note', () => {
  it('are the newest alone of a calendar seen for the first time', () => {
    expect(findUnregistered(vn(1, 2, 5), undefined)).toEqual([noted(5, 'planning')]);
  });

  it('are those above the last one, the newest to be followed', () => {
    expect(findUnregistered(vn(1, 2, 3, 5), 2)).toEqual([noted(3, 'superseded'), noted(5, 'planning')]);
  });

  it('are none where nothing is new, nothing is known, or the catalogue fell behind', () => {
    expect(findUnregistered(vn(1, 2), 2)).toEqual([]);
    expect(findUnregistered(vn(), undefined)).toEqual([]);
    expect(findUnregistered(vn(1), 2)).toEqual([]);
  });
});
