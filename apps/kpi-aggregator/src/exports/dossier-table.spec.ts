import { describe, expect, it } from '@jest/globals';
import type { DossierLinePage } from '@motcua/contracts';
import { getListedPart } from '../board/dossiers/read-dossier-page.ts';
import { NameDirectory } from '../board/names/name-directory.ts';
import { DossierExportParameters } from '../http/queries.ts';
import { toDossierTable } from './dossier-table.ts';

const asOf = '2025-08-01T02:00:00.000Z';
const period = { from: '2025-07-01', to: '2025-07-31' };
const counted = { indicator: 'received', version: 1, part: 'value', unit: 'xa', period } as const;
const first: DossierLinePage = { ...counted, asOf, total: 0, dossiers: [], next: null };

async function* onePage(): AsyncGenerator<DossierLinePage> {
  yield await Promise.resolve(first);
}

/** What the head says of the organisation. */
function toHead(more: object): unknown {
  const query = DossierExportParameters.parse({ unit: 'xa', ...period, ...more });
  const input = { part: getListedPart('received', undefined), query, first, writtenAt: asOf, readUpTo: '' };
  const { head } = toDossierTable({ ...input, pages: onePage() }, new NameDirectory());
  return head.filter(([title]) => title === 'Theo tổ chức');
}

describe('the head of a list as a file', () => {
  it('says under which units, where it is not those that owned the dossiers', () => {
    expect(toHead({})).toEqual([]);
    expect(toHead({ organisation: 'as-is' })).toEqual([['Theo tổ chức', 'đơn vị hiện nay']]);
    expect(toHead({ organisation: '2025-07-01' })).toEqual([['Theo tổ chức', 'đơn vị tại ngày 01/07/2025']]);
  });
});
