import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '@motcua/calendar';
import type { ReferenceDocuments } from '@motcua/contracts';
import { ReferenceCache } from '@motcua/reference';
import { toReferenceRecord } from '@motcua/contracts/testing';
import { fixtureDocuments } from '../testing/reference-fixture.ts';
import { ReferenceData } from './reference-data.ts';

const at = (local: string): number => Date.parse(`${local}+07:00`);

function createData(): ReferenceData {
  const data = new ReferenceData();
  const cache = new ReferenceCache(['units', 'procedures', 'rule-sets', 'calendars'], data);
  const put = (kind: (typeof cache.kinds)[number], code: string, documents: never[]): void => {
    cache.take(kind, code, toReferenceRecord(kind, code, documents).value);
  };
  for (const document of fixtureDocuments.units) put('units', document.code, [document as never]);
  for (const document of fixtureDocuments.procedures) put('procedures', document.code, [document as never]);
  for (const document of fixtureDocuments['rule-sets']) put('rule-sets', document.code, [document as never]);
  put('calendars', 'vn', [vietnamCalendar as never]);
  return data;
}

describe('the reference data', () => {
  it('know a unit on a day: its path, its calendar and its agency code, its own or from above', () => {
    const data = createData();
    expect(data.findUnit('dong-xuan', at('2022-03-01T10:00:00'))).toMatchObject({
      unit: { code: 'dong-xuan', path: ['phu-tho', 'thanh-ba', 'dong-xuan'], kind: 'commune' },
      calendar: { id: 'vn' },
      dossierCode: 'H44.05.01',
      date: '2022-03-01',
    });
    expect(data.findUnit('phong-tu-phap', at('2022-03-01T10:00:00'))?.dossierCode).toBe('H44.05');
    expect(data.findUnit('nowhere', at('2022-03-01T10:00:00'))).toBeUndefined();
  });

  it('tell a unit without a calendar from one that is not known', () => {
    const data = createData();
    const [unit] = fixtureDocuments.units;
    const root = { ...unit, code: 'no-calendar', parent: null, calendar: undefined };
    const record = toReferenceRecord('units', root.code, [root as never]).value;
    new ReferenceCache(['units'], data).take('units', root.code, record);
    const moment = at('2022-03-01T10:00:00');
    const seen = ['no-calendar', 'nowhere', 'dong-xuan'].map((code) => data.lacksCalendar(code, moment));
    expect(seen).toEqual([true, false, false]);
  });

  it('take the date of a moment from the unit’s own zone', () => {
    expect(createData().findUnit('dong-xuan', at('2022-03-02T00:30:00'))?.date).toBe('2022-03-02');
  });

  it('choose the rule set by the date of receipt', () => {
    const data = createData();
    expect(data.findRuleSet('2025-06-30')?.code).toBe('nd-61-2018');
    expect(data.findRuleSet('2025-07-01')?.code).toBe('nd-118-2025');
    expect(data.findRuleSet('2017-12-31')).toBeUndefined();
  });

  it('follow changes: a new unit is found, a removed one is not', () => {
    const data = createData();
    const hamlet = { ...fixtureDocuments.units[2], code: 'dai-an' } as ReferenceDocuments['units'];
    expect(data.findUnit('dai-an', at('2022-03-01T10:00:00'))).toBeUndefined();
    data.handlers.units('dai-an', [{ version: 1, recordedAt: '', document: hamlet }]);
    expect(data.findUnit('dai-an', at('2022-03-01T10:00:00'))?.unit.path).toEqual(['phu-tho', 'thanh-ba', 'dai-an']);
    expect(data.listSubtree('thanh-ba')).toEqual(expect.arrayContaining(['thanh-ba', 'dong-xuan', 'dai-an']));
    data.remove('units', 'dai-an');
    expect(data.findUnit('dai-an', at('2022-03-01T10:00:00'))).toBeUndefined();
  });

  it('keep the calendar version a dossier was given', () => {
    const data = createData();
    const next = { ...vietnamCalendar, version: vietnamCalendar.version + 1 } as ReferenceDocuments['calendars'];
    data.handlers.calendars('vn', [
      { version: 1, recordedAt: '', document: { ...vietnamCalendar } as ReferenceDocuments['calendars'] },
      { version: 2, recordedAt: '', document: next },
    ]);
    expect(data.findCalendar({ id: 'vn', version: vietnamCalendar.version })?.version).toBe(vietnamCalendar.version);
    expect(data.findUnit('dong-xuan', at('2022-03-01T10:00:00'))?.calendar.version).toBe(next.version);
  });

  it('tell what lies below a unit today from what ever lay there', () => {
    const data = createData();
    const [, , commune] = fixtureDocuments.units as [unknown, unknown, ReferenceDocuments['units']];
    data.handlers.units('dong-xuan', [
      { version: 1, recordedAt: '', document: { ...commune, validTo: '2025-06-30' } },
      { version: 2, recordedAt: '', document: { ...commune, parent: 'phu-tho', validFrom: '2025-07-01' } },
    ]);
    const belowOn = (day: string) => data.listBelow('thanh-ba', at(`${day}T10:00:00`));
    expect(belowOn('2025-06-30')).toContain('dong-xuan');
    expect(belowOn('2025-07-01')).not.toContain('dong-xuan');
    expect(belowOn('2025-07-01')).toEqual(expect.arrayContaining(['thanh-ba', 'khai-xuan']));
    expect(data.listSubtree('thanh-ba')).toContain('dong-xuan');
  });
});
