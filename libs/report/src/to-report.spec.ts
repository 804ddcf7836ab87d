import { describe, expect, it } from '@jest/globals';
import { allFigures } from './figures/definitions.ts';
import { articleOf2022, tenMonths, thanhBa } from './testing/article.builder.ts';
import { toHtml } from './formats/to-html.ts';
import { toMarkdown } from './formats/to-markdown.ts';
import { toReport } from './to-report.ts';
import type { FigureList } from './vocabulary.ts';

const given = { ...thanhBa, period: tenMonths, asOf: '2026-11-16T03:00:00.000Z' };
const article = (language: 'vi' | 'en') => toReport({ ...given, language, figures: articleOf2022() });

describe('the article of 2022', () => {
  it('is written in Vietnamese', () => {
    expect(article('vi').paragraphs).toEqual([
      'Từ ngày 01/01/2022 đến ngày 31/10/2022, tại Huyện Thanh Ba, 15/19 xã, thị trấn có Bộ phận Một cửa hiện đại, đạt 79%; ' +
        'tỷ lệ thủ tục hành chính được tiếp nhận qua Bộ phận Một cửa đạt 100%. ' +
        'Tỷ lệ hồ sơ tiếp nhận trực tuyến ở cấp huyện đạt 93% (một phần đạt 28%, toàn trình đạt 65%), ở cấp xã đạt 21,9%. ' +
        'Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng ở cấp huyện đạt 90%, ở cấp xã đạt 60%. ' +
        'Tỷ lệ hồ sơ giải quyết trước và đúng hạn đạt 97%; tỷ lệ số hóa hồ sơ đạt trên 52%. ' +
        'Tỷ lệ cấp hộp thư điện tử công vụ ở cấp huyện đạt 90%, ở cấp xã đạt 25%. ' +
        'Mức độ hài lòng của người dân, tổ chức đạt 95%. ' +
        'Hệ thống quản lý chất lượng theo tiêu chuẩn ISO 9001:2015 còn hiệu lực tại 26/26 cơ quan, đơn vị.',
    ]);
  });

  it('is written in English', () => {
    const [text] = article('en').paragraphs;
    expect(text).toContain(
      'From 1 January 2022 to 31 October 2022, in Huyện Thanh Ba: 15/19 communes had a modern one-stop shop, 79%;',
    );
    expect(text).toContain('at district level 93% (partial service 28%, full service 65%), at commune level 21.9%.');
    expect(text).toContain('digitization: above 52%.');
  });

  it('says where ratings of counters are left out, and nothing of it where they count', () => {
    const overrides = { vi: 'không tính các đánh giá', en: 'leaves out ratings' } as const;
    for (const language of ['vi', 'en'] as const) {
      const report = toReport({ ...given, language, figures: articleOf2022(), withoutCounterRatings: true });
      expect([report.withoutCounterRatings, report.paragraphs[1]]).toEqual([true, expect.stringContaining(overrides[language])]);
      expect(article(language)).not.toHaveProperty('withoutCounterRatings');
    }
  });

  it('has its figures under their ids, in the order of the text', () => {
    expect(article('vi').figures.map(({ id }) => id)).toEqual([
      'modern-one-stop',
      'through-one-stop',
      'online.district',
      'online.partial.district',
      'online.full.district',
      'online.commune',
      'network.district',
      'network.commune',
      'on-time',
      'digitized',
      'mailboxes.district',
      'mailboxes.commune',
      'satisfaction',
      'iso-9001',
    ]);
    expect(article('vi').figures[0]).toMatchObject({
      id: 'modern-one-stop',
      value: 15 / 19,
      numerator: 15,
      denominator: 19,
      shown: '79%',
    });
  });
});

describe('a figure without data', () => {
  it('is said to be without data, never 0% and never 100%', () => {
    const report = toReport({ ...given, language: 'vi', figures: [] });
    const text = report.paragraphs.join(' ');
    expect(text).not.toMatch(/\d%/);
    expect(text.match(/chưa có số liệu/g)).toHaveLength(12); // the two parts of the online share are not named without it
    expect(report.figures.every(({ value, shown }) => value === null && shown === 'chưa có số liệu')).toBe(true);
    expect(report.remarks.map(({ rule, figure }) => [rule, figure])).toEqual(allFigures.map((id) => ['no-data', id]));
  });
});

describe('the comparison', () => {
  it('tells what became of each figure that both periods have', () => {
    const before = articleOf2022()
      .filter(({ id }) => ['on-time', 'satisfaction', 'iso-9001'].includes(id))
      .map((figure) => (figure.id === 'on-time' ? { ...figure, numerator: 945, denominator: 1_000, missing: null } : figure))
      .map((figure) =>
        figure.id === 'satisfaction' ? { ...figure, numerator: 1_931, denominator: 2_000, missing: null } : figure,
      );
    const compared = { period: { from: '2021-01-01', to: '2021-10-31' }, figures: before };
    const report = toReport({ ...given, language: 'vi', figures: articleOf2022(), compared });
    expect(report.paragraphs[1]).toBe(
      'So với kỳ từ 01/01/2021 đến 31/10/2021: Giải quyết trước và đúng hạn: tăng 2,5 điểm phần trăm (từ 94,5% lên 97,0%); ' +
        'Mức độ hài lòng: giảm 1,6 điểm phần trăm (từ 96,6% xuống 95,0%); Hệ thống quản lý chất lượng ISO 9001:2015: không đổi (100,0%).',
    );
    expect(report.figures.find(({ id }) => id === 'digitized')?.compared).toMatchObject({ value: null, points: null });
  });
});

describe('remarks', () => {
  const listOf = (indicator: string): FigureList => {
    const origin = { kind: 'dossiers', indicator, part: 'rest', by: null, key: null } as const;
    return { ...origin, href: `/v1/indicators/${indicator}/dossiers?part=rest` };
  };
  const onTime = { figure: 'on-time' as const, rest: listOf('on-time.closed') };
  const toDigitized = (index: number, denominator: number) =>
    ({ figure: 'digitized', unit: `xa-${index}`, unitName: `Xã ${index}`, numerator: 50, denominator }) as const;
  const units = [
    { ...onTime, unit: 'van-linh', unitName: 'Xã Vân Lĩnh', numerator: 80, denominator: 100 },
    { ...onTime, unit: 'dai-an', unitName: 'Xã Đại An', numerator: 95, denominator: 100 },
    { ...onTime, unit: 'luong-lo', unitName: 'Xã Lương Lỗ', numerator: 0, denominator: 0 },
    ...[7, 400, 0, 1_200, 9].map((lacking, index) => toDigitized(index, 50 + lacking)),
  ];
  const causes = [
    { name: { vi: 'Giải quyết chậm', en: 'Handled late' }, count: 3 },
    { name: { vi: 'Đồng bộ chậm', en: 'Learnt late' }, count: 7 },
  ];
  const figures = articleOf2022().map((figure) =>
    figure.id === 'digitized' ? { ...figure, rest: listOf('digitized.dossiers') } : figure,
  );
  const input = { ...given, language: 'vi' as const, figures, units, causes, overdue: listOf('overdue.by-cause') };

  it('come by weight: what is wanting most stands first, and what is not known last', () => {
    const { remarks } = toReport(input);
    expect(remarks.map(({ rule, figure, unit, weight }) => [rule, figure, unit, weight])).toEqual([
      ['not-digitized', 'digitized', null, 11_347],
      ['below-target', 'digitized', null, 19_038 - 12_450],
      ['below-target', 'online.commune', null, 8_923 - 3_908],
      ['unit-below-target', 'on-time', 'van-linh', 15],
      ['overdue-by-cause', 'on-time', null, 10],
      ['no-data', 'e-document-schools', null, 0],
      ['no-data', 'planning-opinions', null, 0],
      ['no-data', 'petitions', null, 0],
    ]);
    expect(remarks[4]?.text).toBe('10 hồ sơ quá hạn đã xác định nguyên nhân. Đồng bộ chậm: 7; Giải quyết chậm: 3.');
    expect(remarks[2]?.text).toContain(
      'Hồ sơ trực tuyến, cấp xã đạt 21,90%, thấp hơn mục tiêu 50% (QĐ 766/QĐ-TTg); còn thiếu 5.015.',
    );
  });

  it('say how many finished dossiers are not digitized, against which target, and where most of them are', () => {
    const [open, target] = toReport(input).remarks;
    expect(open?.text).toBe(
      '11.347 trên 23.797 hồ sơ đã giải quyết chưa số hóa đầy đủ, nhiều nhất: Xã 3 1.200, Xã 1 400, Xã 4 9.',
    );
    expect(target?.text).toBe('Số hóa hồ sơ đạt 52,32%, thấp hơn mục tiêu 80% (QĐ 766/QĐ-TTg, 4.2); còn thiếu 6.588.');
    const [inEnglish] = toReport({ ...input, language: 'en', units: [] }).remarks;
    expect(inEnglish?.text).toBe('11,347 of 23,797 finished dossiers are not fully digitized.');
  });

  it('are opened to the dossiers they are about, in every format', () => {
    const report = toReport(input);
    expect(report.remarks.map(({ rule, list }) => [rule, list?.indicator])).toEqual([
      ['not-digitized', 'digitized.dossiers'],
      ['below-target', 'digitized.dossiers'],
      ['below-target', undefined],
      ['unit-below-target', 'on-time.closed'],
      ['overdue-by-cause', 'overdue.by-cause'],
      ...['no-data', 'no-data', 'no-data'].map((rule) => [rule, undefined]),
    ]);
    const href = '/v1/indicators/digitized.dossiers/dossiers?part=rest';
    expect(toMarkdown(report)).toContain(`Xã 4 9. [danh sách](<${href}>)`);
    expect(toHtml(report)).toContain(`Xã 4 9. <a href="${href}">danh sách</a></li>`);
  });

  it('say nothing of dossiers where all of them are digitized', () => {
    const all = figures.map((figure) =>
      figure.id === 'digitized' ? { ...figure, numerator: 23_797, denominator: 23_797, missing: null } : figure,
    );
    expect(toReport({ ...input, figures: all }).remarks.some(({ figure }) => figure === 'digitized')).toBe(false);
  });
});
describe('text of other people', () => {
  it('stays text in HTML and Markdown, and no link runs a script', () => {
    const evil = '<img src=x onerror=alert(1)> | [x](y)';
    const documents = [
      { documentNumber: evil, date: '2022-11-02', file: { name: 'x', href: 'javascript:alert(1)' } },
      { documentNumber: '12/BC', date: '2022-11-02', file: { name: 'x', href: '/files/12.pdf' } },
      { documentNumber: '13/BC', date: '2022-11-02', file: { name: 'x', href: '//evil.example' } },
    ];
    const row = {
      unit: 'x',
      unitName: evil,
      validFrom: '2022-01-01',
      validTo: null,
      numerator: 1,
      denominator: 1,
      version: 1,
      documents,
    };
    const figures = [
      {
        id: 'modern-one-stop' as const,
        indicator: 'x',
        version: 1,
        numerator: 1,
        denominator: 1,
        missing: null,
        evidence: [row],
      },
    ];
    const report = toReport({ ...given, unitName: evil, language: 'vi', figures });
    const html = toHtml(report);
    expect(html).not.toContain('<img');
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="/files/12.pdf"']);
    expect(toMarkdown(report)).not.toMatch(/(?<!\\)<img|(?<!\\)\[x\]|javascript:/);
  });
});
