import { describe, expect, it } from '@jest/globals';
import { toDocument } from '@motcua/report';
import { Packer } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import { toDocx } from './to-docx.ts';
import { pdfFont, toPdf } from './to-pdf.ts';
import { readPdfText } from './testing/read-pdf-text.ts';

const figure = {
  label: 'Giải quyết trước và đúng hạn',
  shown: '97%',
  numerator: 23080,
  denominator: 23794,
  indicator: 'on-time.closed',
  version: 1,
  definition: { vi: 'Hồ sơ giải quyết đúng hẹn / hồ sơ đã giải quyết', en: 'On time / finished' },
  missing: null,
};
const document = toDocument(
  {
    unitName: 'Huyện Thanh Ba',
    period: { from: '2022-01-01', to: '2022-10-31' },
    comparedWith: null,
    language: 'vi',
    paragraphs: ['Tỷ lệ hồ sơ giải quyết trước và đúng hạn đạt 97%; ẵ ặ ễ ự Ỡ đều in được.'],
    figures: [figure],
    further: [{ ...figure, label: 'Không có nơi thu thập', missing: 'source-absent' }],
    remarks: [{ text: '96 hồ sơ quá hạn chưa xong.' }],
  },
  '27/11/2026 14:32',
);

/** What has to be on paper: of whom, of when, the text, the figure with its rule, the remark, who signs. */
const wanted = [
  'BÁO CÁO',
  'Huyện Thanh Ba',
  '01/01/2022 – 31/10/2022',
  '27/11/2026 14:32',
  'ẵ ặ ễ ự Ỡ đều in được.',
  '97%',
  '23.080 / 23.794',
  'on-time.closed, v1',
  '96 hồ sơ quá hạn chưa xong.',
  'THỦ TRƯỞNG ĐƠN VỊ',
  '(Ký tên, đóng dấu)',
];
const unwanted = 'Không có nơi thu thập';
const withoutBreaks = (text: string): string => text.replaceAll(/\s+/g, '');

describe('the report as a file', () => {
  it('is a document that Word opens, with all that has to be on paper', async () => {
    const parts = unzipSync(new Uint8Array(await Packer.toBuffer(toDocx(document))));
    const xml = strFromU8(parts['word/document.xml']!);
    const text = xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '');
    for (const one of wanted) expect(text).toContain(one);
    expect(text).not.toContain(unwanted);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(2);
  });

  it('is a PDF with its Vietnamese letters embedded, from which the same is read', async () => {
    const file = (face: string): string =>
      createRequire(import.meta.url).resolve(`@expo-google-fonts/be-vietnam-pro/${face}.ttf`);
    const [regular, bold] = [file('400Regular/BeVietnamPro_400Regular'), file('600SemiBold/BeVietnamPro_600SemiBold')];
    pdfmake.setLocalAccessPolicy((path) => [regular, bold].includes(path));
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.addFonts({ [pdfFont]: { normal: regular, bold, italics: regular, bolditalics: bold } });
    const pdf = await pdfmake.createPdf({ ...toPdf(document), compress: false }).getBuffer();
    const { text, fonts } = readPdfText(pdf);
    for (const one of wanted) expect(withoutBreaks(text)).toContain(withoutBreaks(one));
    expect(text).not.toContain(unwanted);
    expect(fonts.every((name) => name.includes('BeVietnamPro'))).toBe(true);
    expect(pdf.toString('latin1').match(/\/FontFile2/g)).toHaveLength(2);
  });
});
