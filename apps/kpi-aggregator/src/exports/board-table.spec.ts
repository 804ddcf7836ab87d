import { describe, expect, it } from '@jest/globals';
import type { Board } from '@motcua/contracts';
import { NameDirectory } from '../board/names/name-directory.ts';
import { BoardExportParameters } from '../http/queries.ts';
import { toBoardTable } from './board-table.ts';

const period = { from: '2025-07-01', to: '2025-07-31' };
const query = BoardExportParameters.parse({ unit: 'xa', ...period });
const board: Board = {
  unit: 'xa',
  period,
  by: 'unit',
  asOf: '2025-08-01T02:00:00.000Z',
  parked: 1,
  freshness: { lag: 2, lagReadAt: null, projectedAt: '2025-08-01T01:00:00.000Z' },
  rows: [],
};
/** What stands in the head between the moment and the rules. */
function toHead(more: Partial<Board>, lang: 'vi' | 'en' = 'vi') {
  const { head } = toBoardTable({ ...board, ...more }, { ...query, lang }, new NameDirectory(), board.asOf);
  const titles = head.map(([title]) => title);
  return head.slice(4, titles.indexOf(lang === 'vi' ? 'Cách tính' : 'Rule'));
}

describe('the head of a board as a file', () => {
  it('says how far what is counted has been read', () => {
    const fresh = ['Đã cập nhật đến', '01/08/2025 08:00, còn 3 sự việc chưa cập nhật'];
    expect(toHead({})).toEqual([fresh]);
    expect(toHead({ organisation: 'as-was' })).toEqual([fresh]);
  });

  it('says under which units, where it is not those that owned the dossiers', () => {
    expect(toHead({ organisation: 'as-is' })[0]).toEqual(['Theo tổ chức', 'đơn vị hiện nay']);
    expect(toHead({ organisation: '2025-07-01' })[0]).toEqual(['Theo tổ chức', 'đơn vị tại ngày 01/07/2025']);
    expect(toHead({ organisation: '2025-07-01' }, 'en')[0]).toEqual(['Under', 'the units of 01/07/2025']);
  });

  it('says up to when it was recorded, of figures as closed or as known by a moment, and not how fresh others are', () => {
    const knownAt = '2025-08-02T03:00:00.000Z';
    const basis = (kind: 'frozen' | 'recorded') => ({ basis: { kind, knownAt, close: null } });
    expect(toHead(basis('frozen'))).toEqual([['Như đã chốt, ghi nhận đến', '02/08/2025 10:00']]);
    expect(toHead(basis('recorded'))).toEqual([['Theo dữ liệu ghi nhận đến', '02/08/2025 10:00']]);
  });
});
