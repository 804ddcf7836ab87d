import { describe, expect, it } from '@jest/globals';
import type { InstitutionalKind } from './institutional-entry.ts';
import { institutionalRules } from './institutional-rules.ts';
import { toInstitutionalFigures } from './institutional-figures.ts';
import { findReportIndicator, reportIndicators } from './indicators.ts';

/** What the catalogue takes; the type asks for each. */
const kinds: Readonly<Record<InstitutionalKind, true>> = {
  'modern-one-stop': true,
  'network-dossiers': true,
  mailboxes: true,
  'iso-9001': true,
  'through-one-stop': true,
  'e-document-schools': true,
  'planning-opinions': true,
  petitions: true,
};
const period = { from: '2022-01-01', to: '2022-10-31' };

describe('the indicators that no board counts', () => {
  it('cover every kind of figure that may be entered', () => {
    expect([...new Set(institutionalRules.map(({ kind }) => kind))].sort()).toEqual(Object.keys(kinds).sort());
  });

  it('are those that the figures of a report name, in their version', () => {
    for (const { indicator, version } of toInstitutionalFigures('source-absent', period))
      expect(findReportIndicator(indicator)).toMatchObject({ id: indicator, version, kind: 'institutional' });
    expect(findReportIndicator('satisfaction')).toMatchObject({ kind: 'rating', source: 'QĐ 766/QĐ-TTg 23/6/2022, 5.4' });
    expect(findReportIndicator('on-time')).toBeUndefined();
  });

  it('are told apart by their ids, and have words in both languages', () => {
    expect(new Set(reportIndicators.map(({ id }) => id)).size).toBe(reportIndicators.length);
    expect(reportIndicators.every(({ name, formula }) => [name, formula].every(({ vi, en }) => vi !== '' && en !== ''))).toBe(
      true,
    );
  });
});
