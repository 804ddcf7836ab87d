import { describe, expect, it } from '@jest/globals';
import { InstitutionalFigure } from '@motcua/contracts';
import { entryFields, findKind, toFigure, type EntryDraft } from './figure-kinds.ts';

const draft: EntryDraft = {
  unit: 'dong-thanh',
  validFrom: '2026-11-01',
  validTo: '2026-11-30',
  counts: {},
  modern: true,
  standard: 'ISO 9001:2015',
  scope: 'Giải quyết thủ tục hành chính',
  documentNumber: '12/BC-UBND',
  documentDate: '2026-11-28',
  fileName: '',
  fileHref: '',
};
const kinds = Object.keys(entryFields) as (keyof typeof entryFields)[];

describe('an institutional figure that is entered', () => {
  it.each(kinds)('of kind %s is one that the API takes', (kind) => {
    const counts = Object.fromEntries(entryFields[kind].map((field, index) => [field, index + 1]));
    expect(InstitutionalFigure.safeParse(toFigure(kind, { ...draft, counts })).error).toBeUndefined();
  });

  it('is none while something is wanting', () => {
    expect(toFigure('mailboxes', { ...draft, counts: { issued: 7 } })).toBeUndefined();
    expect(toFigure('modern-one-stop', { ...draft, documentNumber: ' ' })).toBeUndefined();
    expect(toFigure('iso-9001', { ...draft, scope: '' })).toBeUndefined();
  });

  it('is found behind the figure of the report, unless that is counted', () => {
    expect([findKind('network.commune'), findKind('petitions'), findKind('on-time')]).toEqual([
      'network-dossiers',
      'petitions',
      undefined,
    ]);
  });
});
