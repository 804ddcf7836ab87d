import { toInstitutionalFigures, toReport } from '@motcua/report';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { InstitutionalFigure } from '@motcua/contracts';
import { readReferenceData } from '../../reference/reference-data.ts';
import { readInstitutionalScenario } from './institutional-scenario.ts';

const period = { from: '2022-01-01', to: '2022-10-31' };
let figures: InstitutionalFigure[];
let units: {
  code: string;
  name: { vi: string; en?: string | undefined };
  kind: 'province' | 'district-office' | 'commune' | 'department';
}[];
beforeAll(async () => {
  figures = await readInstitutionalScenario();
  const isOfDistrict = ({ code, parent }: { code: string; parent: string | null }) =>
    code === 'thanh-ba' || parent === 'thanh-ba';
  units = (await readReferenceData()).units.filter(isOfDistrict);
});

describe('the institutional figures of the scenario', () => {
  it('give every figure of the article exactly', () => {
    const given = toInstitutionalFigures({ units, figures: figures.map((document) => ({ version: 1, document })) }, period);
    const report = toReport({
      unit: 'thanh-ba',
      unitName: 'Huyện Thanh Ba',
      period,
      asOf: '2022-11-01T00:00:00Z',
      language: 'vi',
      figures: given,
    });
    const values = Object.fromEntries(
      report.figures.map(({ id, value, numerator, denominator }) => [id, { value, numerator, denominator }]),
    );
    expect(values).toMatchObject({
      'modern-one-stop': { numerator: 15, denominator: 19 },
      'through-one-stop': { value: 1 },
      'network.district': { value: 0.9 },
      'network.commune': { value: 0.6 },
      'mailboxes.district': { value: 0.9 },
      'mailboxes.commune': { value: 0.25 },
      'iso-9001': { numerator: 26, denominator: 26 },
    });
    expect(report.figures.find(({ id }) => id === 'modern-one-stop')?.evidence).toHaveLength(15);
  });

  it('rest on documents that say they are fictitious', () => {
    const documents = figures.flatMap(({ evidence }) => evidence);
    expect(documents.length).toBeGreaterThan(250);
    expect(documents.every(({ documentNumber, note }) => documentNumber.startsWith('KB-') && note?.includes('giả định'))).toBe(
      true,
    );
  });

  it('say each thing of a unit and a day once', () => {
    const keys = figures.map(({ kind, unit, validFrom }) => `${kind}/${unit}/${validFrom}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
