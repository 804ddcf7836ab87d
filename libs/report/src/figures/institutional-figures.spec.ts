import { describe, expect, it } from '@jest/globals';
import { toInstitutionalFigures, type Entries } from './institutional-figures.ts';
import type { InstitutionalDocument } from './institutional-entry.ts';

const unit = (code: string, kind: Entries['units'][number]['kind']) => ({ code, name: { vi: code }, kind });
const units = [unit('huyen', 'district-office'), unit('phong', 'department'), unit('xa-1', 'commune'), unit('xa-2', 'commune')];
const evidence = [{ documentNumber: '1/BC', date: '2022-11-02' }];
const period = { from: '2022-01-01', to: '2022-10-31' };
const month = (first: string, last: string) => ({ validFrom: first, validTo: last, evidence });
const since = (validFrom: string, validTo: string | null = null) => ({ validFrom, validTo, evidence });

const figureOf = (id: string, ...documents: InstitutionalDocument[]) =>
  toInstitutionalFigures({ units, figures: documents.map((document) => ({ version: 1, document })) }, period).find(
    (figure) => figure.id === id,
  );

describe('institutional figures', () => {
  it('count the communes that say yes on the last day among all communes, and list those', () => {
    const figure = figureOf(
      'modern-one-stop',
      { kind: 'modern-one-stop', unit: 'xa-1', ...since('2020-01-01'), modern: true },
      { kind: 'modern-one-stop', unit: 'xa-2', ...since('2020-01-01', '2022-10-30'), modern: true },
      { kind: 'modern-one-stop', unit: 'huyen', ...since('2020-01-01'), modern: true },
    );
    expect(figure).toMatchObject({ numerator: 1, denominator: 2, missing: null });
    expect(figure?.evidence?.map(({ unit: code }) => code)).toEqual(['xa-1']);
    expect(figure?.without).toEqual([{ unit: 'xa-2', unitName: 'xa-2' }]);
  });

  it('sum the months that lie wholly in the period, each level by itself', () => {
    const documents: InstitutionalDocument[] = [
      { kind: 'network-dossiers', unit: 'xa-1', ...month('2021-12-01', '2021-12-31'), handled: 1, all: 1 },
      { kind: 'network-dossiers', unit: 'xa-1', ...month('2022-01-01', '2022-01-31'), handled: 5, all: 10 },
      { kind: 'network-dossiers', unit: 'xa-2', ...month('2022-10-01', '2022-10-31'), handled: 7, all: 10 },
      { kind: 'network-dossiers', unit: 'phong', ...month('2022-10-01', '2022-10-31'), handled: 9, all: 10 },
      { kind: 'network-dossiers', unit: 'huyen', ...month('2022-09-01', '2022-09-30'), handled: 9, all: 10 },
    ];
    expect(figureOf('network.commune', ...documents)).toMatchObject({ numerator: 12, denominator: 20 });
    expect(figureOf('network.district', ...documents)).toMatchObject({ numerator: 18, denominator: 20 });
  });

  it('count what units reported that are gone by the last day, and nothing that stood there', () => {
    const figures = [
      { kind: 'petitions' as const, unit: 'xa-cu', ...month('2022-02-01', '2022-02-28'), received: 5, answeredOnTime: 4 },
      { kind: 'mailboxes' as const, unit: 'xa-cu', ...since('2020-01-01'), issued: 3, entitled: 9 },
    ].map((document) => ({ version: 1, document }));
    const found = toInstitutionalFigures({ units, former: [unit('xa-cu', 'commune')], figures }, period);
    const parts = Object.fromEntries(found.map(({ id, numerator, denominator }) => [id, [numerator, denominator]]));
    expect(parts).toMatchObject({ petitions: [4, 5], 'mailboxes.commune': [null, null] });
  });

  it('take no certificate that has ended, nor one by another standard', () => {
    const iso = (code: string, validTo: string, standard = 'ISO 9001:2015'): InstitutionalDocument => ({
      kind: 'iso-9001',
      unit: code,
      ...since('2020-01-01', validTo),
      standard,
    });
    const figure = figureOf(
      'iso-9001',
      iso('huyen', '2022-10-31'),
      iso('phong', '2022-10-30'),
      iso('xa-1', '2023-01-01', 'ISO 9001:2008'),
    );
    expect(figure).toMatchObject({ numerator: 1, denominator: 4 });
  });

  it('are no data where nobody entered anything, where all is nothing, and where the source is away', () => {
    expect(figureOf('modern-one-stop')).toMatchObject({ numerator: null, missing: 'nothing-to-count' });
    const none: InstitutionalDocument = { kind: 'mailboxes', unit: 'xa-1', ...since('2022-01-01'), issued: 0, entitled: 0 };
    expect(figureOf('mailboxes.commune', none)).toMatchObject({ numerator: 0, denominator: 0, missing: 'nothing-to-count' });
    expect(toInstitutionalFigures('as-was-only', period).map(({ missing }) => missing)).toEqual(
      Array<string>(10).fill('as-was-only'),
    );
  });
});
