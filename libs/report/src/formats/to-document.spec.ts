import { describe, expect, it } from '@jest/globals';
import { articleOf2022, tenMonths, thanhBa } from '../testing/article.builder.ts';
import { toReport } from '../to-report.ts';
import { toDocument } from './to-document.ts';

const link = 'https://motcua.example/r/thanh-ba/20220101-20221031-mjq1x2y3';
const report = (more = {}) => toReport({ ...thanhBa, period: tenMonths, language: 'vi', figures: articleOf2022(), ...more });
const recommendation = {
  words: 'Số hóa đầy đủ.',
  owner: 'Xã Đồng Xuân',
  due: '2023-03-31',
  status: 'done',
  source: { documentNumber: '45/KL-HĐND', date: '2022-12-05' },
  steps: [{ evidence: [] }, { evidence: [{ documentNumber: '12/BC-UBND', date: '2023-02-01' }] }],
} as const;

describe('a report on paper', () => {
  it('follows up what was recommended, with what was shown last, and says nothing of it where there is none', () => {
    const table = toDocument(report(), '', [recommendation]).tables.at(-1);
    expect(table?.heading).toBe('Kiến nghị của đoàn giám sát và kết quả thực hiện');
    expect(table?.rows).toEqual([
      ['Số hóa đầy đủ. (45/KL-HĐND (05/12/2022))', 'Xã Đồng Xuân', '31/03/2023', 'Đã thực hiện', '12/BC-UBND (01/02/2023)'],
    ]);
    expect(toDocument(report(), '').tables.map(({ heading }) => heading)).not.toContain(table?.heading);
  });

  it('says where it is found, once that is known', () => {
    expect(toDocument(report({ link }), '').link).toEqual({ label: 'Bản điện tử (cần đăng nhập)', href: link });
    expect(toDocument(report(), '')).not.toHaveProperty('link');
  });
});
