import { describe, expect, it } from '@jest/globals';
import type { ReferenceDocuments } from '@motcua/contracts';
import { ReferenceData } from './reference-data.ts';

type UnitDocument = ReferenceDocuments['units'];

const unit = (code: string, parent: string | null, validFrom = '2020-01-01', validTo: string | null = null): UnitDocument => ({
  code,
  name: { vi: code },
  kind: 'commune',
  parent,
  predecessors: [],
  validFrom,
  validTo,
});

/** Until 30 June 2025 the commune lay below the district; since then below the province. The district lives on. */
function createData(): ReferenceData {
  const data = new ReferenceData();
  const put = (...documents: UnitDocument[]): void => {
    data.handlers.units(
      documents[0]?.code ?? '',
      documents.map((document, index) => ({ version: index + 1, recordedAt: '', document })),
    );
  };
  put(unit('province', null));
  put(unit('district', 'province'));
  put(unit('commune', 'district', '2020-01-01', '2025-06-30'), unit('commune', 'province', '2025-07-01'));
  put(unit('dissolved', 'district', '2020-01-01', '2025-06-30'));
  return data;
}

describe('who sees what a unit handles', () => {
  const data = createData();
  const [before, since] = [Date.parse('2025-06-30T10:00:00+07:00'), Date.parse('2025-07-01T10:00:00+07:00')];

  it('is decided by the tree of the day: a former parent no more', () => {
    expect(data.listBelow('district', before)).toEqual(['district', 'commune', 'dissolved']);
    expect(data.listBelow('district', since)).toEqual(['district', 'dissolved']);
    expect(data.listBelow('province', since)).toEqual(['province', 'district', 'commune', 'dissolved']);
  });

  it('and a list is found by every unit that ever lay below, because each dossier carries its path', () => {
    expect(data.listSubtree('district')).toEqual(['district', 'commune', 'dissolved']);
  });
});
