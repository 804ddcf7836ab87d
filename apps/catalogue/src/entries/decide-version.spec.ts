import { describe, expect, it } from '@jest/globals';
import { decideVersion } from './decide-version.ts';
import { aCalendar, aUnit } from './documents.builder.ts';
import type { EntryVersion, ReferenceDocument } from './entry.ts';

const history = (...documents: ReferenceDocument[]): EntryVersion[] =>
  documents.map((document, index) => ({
    version: index + 1,
    recordedAt: '2026-01-01T00:00:00.000Z',
    supersededBy: null,
    document,
  }));
const refusal = (code: string) => ({ kind: 'refused', refusal: expect.objectContaining({ code }) });

describe('decideVersion', () => {
  it('begins a history', () => {
    expect(decideVersion([], aUnit())).toEqual({ kind: 'append', version: 1, supersedes: null });
  });

  it('changes nothing when an equal document comes, also of an earlier validity', () => {
    const [old, current] = [aUnit({ validTo: '2025-06-30' }), aUnit({ validFrom: '2025-07-01', parent: 'phu-tho' })];
    const versions = history(old, current);
    expect(decideVersion(versions, { ...current })).toEqual({ kind: 'unchanged', version: versions[1] });
    expect(decideVersion(versions, { ...old })).toEqual({ kind: 'unchanged', version: versions[0] });
  });

  it('corrects the validity that begins on the same day', () => {
    expect(decideVersion(history(aUnit()), aUnit({ validTo: '2025-06-30' }))).toEqual({
      kind: 'append',
      version: 2,
      supersedes: 1,
    });
  });

  it('adds a validity beside those there are', () => {
    const versions = history(aUnit({ validTo: '2025-06-30' }));
    expect(decideVersion(versions, aUnit({ validFrom: '2025-07-01' }))).toEqual({ kind: 'append', version: 2, supersedes: null });
  });

  it('refuses validities that overlap, and those that end before they begin', () => {
    expect(decideVersion(history(aUnit()), aUnit({ validFrom: '2025-07-01' }))).toEqual(refusal('reference.validity-overlaps'));
    expect(decideVersion(history(aUnit({ validFrom: '2025-07-01' })), aUnit())).toEqual(refusal('reference.validity-overlaps'));
    expect(decideVersion([], aUnit({ validTo: '2019-12-31' }))).toEqual(refusal('reference.validity-invalid'));
  });

  it('looks past what is superseded', () => {
    const [wrong, right] = history(aUnit(), aUnit({ validTo: '2025-06-30' }));
    if (wrong === undefined || right === undefined) throw new Error('two versions were made');
    const versions = [{ ...wrong, supersededBy: 2 }, right];
    expect(decideVersion(versions, aUnit({ validFrom: '2025-07-01' }))).toEqual({ kind: 'append', version: 3, supersedes: null });
  });

  it('wants a changed calendar to carry a higher version', () => {
    const daysOff = [{ date: '2026-01-01', name: 'Tết Dương lịch' }];
    expect(decideVersion(history(aCalendar()), aCalendar({ daysOff }))).toEqual(refusal('reference.calendar-not-newer'));
    expect(decideVersion(history(aCalendar()), aCalendar({ daysOff, version: 2 }))).toEqual({
      kind: 'append',
      version: 2,
      supersedes: 1,
    });
  });
});
