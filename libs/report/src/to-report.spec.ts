import { describe, expect, it } from '@jest/globals';
import { allFigures } from './figures/definitions.ts';
import { articleOf2022, tenMonths, thanhBa } from './testing/article.builder.ts';
import { toHtml } from './formats/to-html.ts';
import { toMarkdown } from './formats/to-markdown.ts';
import { parseReportLink, toReportLink } from './link/report-link.ts';
import { onTimeWords } from './text/on-time-words.ts';
import { toReport } from './to-report.ts';
import type { FigureList } from './vocabulary.ts';

const given = { ...thanhBa, period: tenMonths, asOf: '2026-11-16T03:00:00.000Z' };
const article = (language: 'vi' | 'en') => toReport({ ...given, language, figures: articleOf2022() });

describe('the article of 2022', () => {
  it('is written in Vietnamese', () => {
    expect(article('vi').paragraphs).toEqual([
      'Từ ngày 01/01/2022 đến ngày 31/10/2022, tại huyện Thanh Ba, 15/19 xã, thị trấn có Bộ phận Một cửa hiện đại, đạt 79%; ' +
        'tỷ lệ thủ tục hành chính được tiếp nhận qua Bộ phận Một cửa đạt 100%. ' +
        'Tỷ lệ hồ sơ tiếp nhận trực tuyến ở cấp huyện đạt 93% (mức độ 3 đạt 28%, mức độ 4 đạt 65%), ở cấp xã đạt 21,9%. ' +
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
    expect(text).toContain('at district level 93% (level 3: 28%, level 4: 65%), at commune level 21.9%.');
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

  it('says under which units dossiers are counted, where it is not those that owned them', () => {
    const paragraphs = (language: 'vi' | 'en', organisation?: string) =>
      toReport({ ...given, language, figures: articleOf2022(), organisation }).paragraphs;
    expect(paragraphs('vi', 'as-is')[1]).toBe('Số liệu về hồ sơ được tổng hợp theo tổ chức đơn vị hiện nay.');
    expect(paragraphs('vi', '2025-07-01')[1]).toBe('Số liệu về hồ sơ được tổng hợp theo tổ chức đơn vị tại ngày 01/07/2025.');
    expect(paragraphs('en', 'as-is')[1]).toBe('Dossiers are counted under the units of today.');
    expect(paragraphs('en', '2025-07-01')[1]).toBe('Dossiers are counted under the units of 1 July 2025.');
    expect(paragraphs('vi')).toEqual(article('vi').paragraphs);
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

describe('the share in time', () => {
  const rules = [
    { indicator: 'on-time.closed', name: onTimeWords[0]!.name, numerator: 23_083, denominator: 23_797 },
    { indicator: 'on-time.766', name: onTimeWords[1]!.name, numerator: 0, denominator: 0 },
  ];
  const write = (language: 'vi' | 'en', count?: number) =>
    toReport({
      ...given,
      language,
      figures: articleOf2022(),
      onTimeRules: rules,
      ...(count === undefined ? {} : { backlog: { count } }),
    });

  it('never stands without the backlog, in one sentence', () => {
    expect(write('vi', 96).paragraphs[0]).toContain('đúng hạn đạt 97%, còn 96 hồ sơ quá hạn chưa giải quyết; tỷ lệ số hóa');
    expect(write('vi', 0).paragraphs[0]).toContain('đúng hạn đạt 97%, không còn hồ sơ quá hạn chưa giải quyết;');
    expect(write('en', 1_096).paragraphs[0]).toContain('on time: 97%, with 1,096 overdue still open;');
    expect([write('vi').backlog, write('vi', 96).backlog]).toEqual([undefined, { count: 96 }]);
  });

  it('is told by every rule once', () => {
    const report = write('vi');
    expect(report.paragraphs[1]).toBe(
      'Theo từng cách tính: trên hồ sơ đã giải quyết: 97,00%; theo Bộ chỉ số 766: chưa có số liệu.',
    );
    expect(report.onTimeRules?.map(({ indicator, value, shown }) => [indicator, value, shown])).toEqual([
      ['on-time.closed', 23_083 / 23_797, '97,00%'],
      ['on-time.766', null, 'chưa có số liệu'],
    ]);
    expect(article('vi').paragraphs).toHaveLength(1);
  });
});

describe('the words of the time', () => {
  it('are levels 3 and 4 before the decree of 15 August 2022, and partial and full since', () => {
    const later = { ...given, period: { from: '2023-01-01', to: '2023-10-31' } };
    const of2023 = toReport({ ...later, language: 'vi', figures: articleOf2022() });
    expect(of2023.paragraphs[0]).toContain('(một phần đạt 28%, toàn trình đạt 65%)');
    const labels = [article('vi'), of2023].map(({ figures }) => figures.find(({ id }) => id === 'online.full.district')?.label);
    expect(labels).toEqual(['Hồ sơ trực tuyến mức độ 4, cấp huyện', 'Hồ sơ trực tuyến toàn trình, cấp huyện']);
  });

  it('are dates and moments as an office writes them', () => {
    expect(toMarkdown(article('vi'))).toContain('Tính đến 10:00 ngày 16/11/2026');
    expect(toHtml(article('en'))).toContain('As of 10:00, 16 November 2026');
  });
});

describe('the report of a commune', () => {
  const own = articleOf2022()
    .filter(({ id }) => !id.endsWith('.district'))
    .map((figure) =>
      'modern-one-stop iso-9001'.includes(figure.id) ? { ...figure, numerator: 1, denominator: 1, missing: null } : figure,
    );
  const commune = { ...given, unit: 'van-linh', unitName: 'Xã Vân Lĩnh', unitKind: 'commune' as const, figures: own };

  it('speaks of the commune alone', () => {
    expect(toReport({ ...commune, language: 'vi', backlog: { count: 2 } }).paragraphs[0]).toBe(
      'Từ ngày 01/01/2022 đến ngày 31/10/2022, tại xã Vân Lĩnh, Bộ phận Một cửa đạt tiêu chí hiện đại; ' +
        'tỷ lệ thủ tục hành chính được tiếp nhận qua Bộ phận Một cửa đạt 100%. Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 21,9%. ' +
        'Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng đạt 60%. ' +
        'Tỷ lệ hồ sơ giải quyết trước và đúng hạn đạt 97%, còn 2 hồ sơ quá hạn chưa giải quyết; tỷ lệ số hóa hồ sơ đạt trên 52%. ' +
        'Tỷ lệ cấp hộp thư điện tử công vụ đạt 25%. Mức độ hài lòng của người dân, tổ chức đạt 95%. ' +
        'Hệ thống quản lý chất lượng theo tiêu chuẩn ISO 9001:2015 còn hiệu lực.',
    );
    const english = toReport({ ...commune, language: 'en' }).paragraphs[0];
    expect(english).not.toMatch(/district|commune level|communes/);
  });

  it('has no figure of a district and no remark about one', () => {
    const { figures, further, remarks } = toReport({ ...commune, language: 'vi', figures: [] });
    const ids = [...figures, ...further].map(({ id }) => id);
    expect([...ids, ...remarks.map(({ figure }) => figure)].filter((id) => id.endsWith('.district'))).toEqual([]);
    expect(ids).toContain('online.commune');
  });
});

describe('the address of a report', () => {
  const asked = { unit: 'thanh-ba', period: tenMonths, asOf: '2026-11-16T03:00:00.123Z' };

  it('is short, says nothing of the figures, and leads back to the very moment', () => {
    const link = toReportLink('https://motcua.example/', asked) ?? '';
    expect(link).toMatch(/^https:\/\/motcua\.example\/r\/thanh-ba\/20220101-20221031-[0-9a-z]{8}$/);
    expect(parseReportLink(link.split('/').at(-1) ?? '')).toEqual({ period: asked.period, asOf: asked.asOf });
    expect([toReportLink(undefined, asked), parseReportLink('2022-x')]).toEqual([undefined, undefined]);
  });

  it('stands in every format, and each figure opens behind it', () => {
    const list: FigureList = {
      kind: 'dossiers',
      indicator: 'on-time.closed',
      part: 'numerator',
      by: null,
      key: null,
      href: '/v1/x',
    };
    const figures = articleOf2022().map((figure) => (figure.id === 'on-time' ? { ...figure, list } : figure));
    const link = toReportLink('https://motcua.example', asked) ?? '';
    const report = toReport({ ...given, language: 'vi', figures, link });
    expect(toMarkdown(report)).toContain(`[danh sách](<${link}?figure=on-time>)`);
    expect(toHtml(report)).toContain(`<a href="${link}">${link}</a>`);
    expect(toHtml(report)).not.toContain('href="/v1/');
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
      'So với kỳ từ 01/01/2021 đến 31/10/2021: giải quyết trước và đúng hạn tăng 2,5 điểm phần trăm (từ 94,5% lên 97,0%); ' +
        'mức độ hài lòng giảm 1,6 điểm phần trăm (từ 96,6% xuống 95,0%); hệ thống quản lý chất lượng ISO 9001:2015 không đổi (100,0%).',
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
      'Hồ sơ trực tuyến, cấp xã đạt 21,90%, thấp hơn mục tiêu 50% (QĐ 766/QĐ-TTg); còn thiếu 5.015 hồ sơ trực tuyến.',
    );
  });

  it('say how many finished dossiers are not digitized, against which target, and where most of them are', () => {
    const [open, target] = toReport(input).remarks;
    expect(open?.text).toBe(
      '11.347 trên 23.797 hồ sơ đã giải quyết chưa số hóa đầy đủ, nhiều nhất: Xã 3 (1.200), Xã 1 (400), Xã 4 (9).',
    );
    expect(target?.text).toBe(
      'Số hóa hồ sơ đạt 52,32%, thấp hơn mục tiêu 80% (QĐ 766/QĐ-TTg, 4.2); còn thiếu 6.588 hồ sơ số hóa.',
    );
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
    expect(toMarkdown(report)).toContain(`Xã 4 (9). [danh sách](<${href}>)`);
    expect(toHtml(report)).toContain(`Xã 4 (9). <a href="${href}">danh sách</a></li>`);
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
