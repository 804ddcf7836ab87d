import { describe, expect, it } from '@jest/globals';
import type { InstitutionalFigure } from '@motcua/contracts';
import { checkFigure } from './check-figure.ts';
import { aCertificate, aModernOneStop, aNetworkFigure } from './figures.builder.ts';

const standing = { unit: 'dong-xuan', validFrom: '2022-01-01', validTo: null, evidence: aNetworkFigure().evidence };
const month = { ...standing, validTo: '2022-01-31' };

describe('checkFigure', () => {
  it('takes figures that hold together, also where all of the whole is reached', () => {
    const figures = [
      aNetworkFigure(),
      aNetworkFigure({ handled: 100 }),
      aNetworkFigure({ handled: 0, all: 0 }),
      aModernOneStop(),
      aCertificate(),
    ];
    expect(figures.map(checkFigure)).toEqual(figures.map(() => undefined));
  });

  it.each<[InstitutionalFigure, string, string]>([
    [aNetworkFigure({ handled: 101 }), '"handled" (101)', '"all" (100)'],
    [{ ...standing, kind: 'mailboxes', issued: 9, entitled: 8 }, '"issued" (9)', '"entitled" (8)'],
    [{ ...standing, kind: 'through-one-stop', received: 9, all: 8 }, '"received" (9)', '"all" (8)'],
    [{ ...standing, kind: 'e-document-schools', connected: 9, all: 8 }, '"connected" (9)', '"all" (8)'],
    [{ ...standing, kind: 'planning-opinions', answered: 9, asked: 8 }, '"answered" (9)', '"asked" (8)'],
    [{ ...month, kind: 'petitions', answeredOnTime: 9, received: 8 }, '"answeredOnTime" (9)', '"received" (8)'],
  ])('refuses more in the part than in the whole and names both: %o', (figure, part, whole) => {
    const refusal = checkFigure(figure);
    expect(refusal?.code).toBe('institutional.part-exceeds-whole');
    expect(refusal?.detail).toContain(part);
    expect(refusal?.detail).toContain(whole);
  });

  it.each([
    [{ validFrom: '2022-10-02' }, '2022-10-01 with validTo 2022-10-31'],
    [{ validTo: '2022-10-30' }, '2022-10-01 with validTo 2022-10-31'],
    [{ validTo: null }, '2022-10-01 with validTo 2022-10-31'],
    [{ validFrom: '2024-02-01', validTo: '2024-02-28' }, '2024-02-01 with validTo 2024-02-29'],
    [{ validFrom: '2022-10-01', validTo: '2022-11-30' }, '2022-10-01 with validTo 2022-10-31'],
  ])('wants a monthly figure to be of one whole month, and says which days: %o', (fields, days) => {
    expect(checkFigure(aNetworkFigure(fields))).toEqual({
      code: 'institutional.not-a-month',
      detail: expect.stringContaining(days),
    });
  });

  it('wants a certificate to end', () => {
    expect(checkFigure(aCertificate({ validTo: null }))).toMatchObject({ code: 'institutional.end-missing' });
  });
});
