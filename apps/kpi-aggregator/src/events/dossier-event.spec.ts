import { describe, expect, it } from '@jest/globals';
import { dossierEventSchemas, parseInstant } from '@motcua/contracts';
import fc from 'fast-check';
import { createEvent, createSnapshot } from '../testing/snapshot.builder.ts';
import { parseDossierEvent } from './dossier-event.ts';

const event = createEvent(
  'received',
  createSnapshot({ receivedAt: '2022-03-01T02:00:00.000Z', currentDue: '2022-03-03T02:00:00.000Z' }),
);
const withData = (change: object): string => {
  const parsed = JSON.parse(event.value) as { data: object };
  return JSON.stringify({ ...parsed, data: { ...parsed.data, ...change } });
};

describe('parseDossierEvent', () => {
  it('takes from a published event what is counted and shown', () => {
    expect(dossierEventSchemas.received.safeParse(JSON.parse(event.value)).success).toBe(true);
    expect(parseDossierEvent(event.value)).toMatchObject({
      dossierId: event.snapshot.dossierId,
      version: 1,
      moves: false,
      movesBack: false,
      responsibleUnit: { unit: 'commune', path: ['province', 'district', 'commune'], kind: 'commune' },
      state: { receivedAt: Date.UTC(2022, 2, 1, 2), endedAt: null, lateFrom: { set766: Date.UTC(2022, 2, 3, 2, 1) } },
      shown: { status: 2, code: null },
    });
  });

  it('knows by its type an event that moves responsibility', () => {
    expect(parseDossierEvent(createEvent('reassigned', event.snapshot).value).moves).toBe(true);
  });

  it.each([
    ['nv-1', 'nv-1'],
    ['', null],
    [null, null],
    [undefined, null],
  ])('takes officer %p for %p: another system may have left him out', (officer, taken) => {
    expect(parseDossierEvent(withData({ officer })).shown.officer).toBe(taken);
  });

  it('leaves alone what it does not know', () => {
    expect(parseDossierEvent(withData({ weather: 'fine' })).version).toBe(1);
  });

  it.each([
    ['no JSON', '{', /JSON/],
    ['no event of ours', event.value.replace('.received.v1', '.celebrated.v1'), 'type is no dossier event of version 1'],
    ['a version that is none', withData({ dossierVersion: 0 }), 'data.dossierVersion is not a number from 1'],
    ['a moment that is none', withData({ lateFrom: { set766: 'soon' } }), 'data.lateFrom.set766 is not a moment'],
    ['an unknown zone', withData({ timeZone: 'Mars/Olympus' }), 'timeZone is unknown'],
    [
      'a path that ends elsewhere',
      withData({ responsiblePath: ['province'] }),
      'responsiblePath does not end with responsibleUnit',
    ],
    [
      'a code with a line break',
      withData({ responsiblePath: ['a\nb', 'commune'] }),
      'data.responsiblePath is not a list of codes',
    ],
    ['a missing field', withData({ noDue: undefined }), 'data.noDue is not true or false'],
  ])('refuses %s and says so', (_what, json, reason) => {
    expect(() => parseDossierEvent(json)).toThrow(reason);
  });
});

describe('parseInstant', () => {
  it('reads what Date reads', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }), (date) => {
        expect(parseInstant(date.toISOString())).toBe(date.getTime());
      }),
    );
    expect(parseInstant('2022-03-01T08:15:00+07:00')).toBe(Date.UTC(2022, 2, 1, 1, 15));
    expect(parseInstant('2022-xx-01T08:15:00.000Z')).toBeNaN();
  });
});
