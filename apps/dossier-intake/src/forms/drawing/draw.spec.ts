import { describe, expect, it } from '@jest/globals';
import { formNames, toSheet, type FormFacts, type FormName, type Sheet } from '@motcua/forms';
import { createFacts } from '@motcua/forms/testing';
import { join } from 'node:path';
import draw from './draw.worker.ts';
import { countOtherPixels } from './testing/compare-pictures.ts';
import { openPdf } from './testing/open-pdf.ts';

const at = (local: string): number => Date.parse(`${local}+07:00`);
const sheetOf = (form: FormName, more: Partial<FormFacts> = {}): Sheet => toSheet(form, createFacts(more))!;
const department = {
  name: 'Phòng Tư pháp',
  above: 'Ủy ban nhân dân huyện Thanh Ba',
  counter: 'Bộ phận Tiếp nhận và Trả kết quả huyện Thanh Ba',
  place: 'Thanh Ba',
};
const of2022 = { receivedAt: at('2022-11-17T10:00:00'), issuedAt: at('2022-11-21T10:00:00'), office: department };
/** Each is compared with the picture that is kept of it. */
const sheets: Readonly<Record<string, Sheet>> = {
  ...Object.fromEntries(formNames.map((form) => [form, sheetOf(form)])),
  'apology-tt-01-2018': sheetOf('apology', of2022),
  'refusal-before-receipt': sheetOf('refusal', { receivedAt: null, code: null, lookUpLink: undefined }),
  'receipt-training': sheetOf('receipt', { isTraining: true, authorised: undefined, handedIn: [], fee: undefined }),
};
const withoutBreaks = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, '');

describe('a form as a PDF', () => {
  it.each(Object.entries(sheets))('looks as it is kept, and is read by another library: %s', async (name, sheet) => {
    const bytes = await draw(sheet);
    const pdf = await openPdf(bytes);
    expect(await countOtherPixels(pdf.picture, join(import.meta.dirname, '__snapshots__', `${name}.png`))).toBe(0);
    expect(pdf.pages).toHaveLength(1);
    expect(pdf.size).toEqual(sheet.size === 'A5' ? [148, 210] : [210, 297]);
    const text = withoutBreaks(pdf.pages.join(' '));
    const heading = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', sheet.title.toLocaleUpperCase('vi')];
    for (const words of [...heading, sheet.placeAndDate, ...(sheet.mark === null ? [] : [sheet.mark])])
      expect(text).toContain(withoutBreaks(words));
    for (const block of sheet.blocks)
      if (block.kind === 'paragraph') expect(text).toContain(withoutBreaks(block.text));
      else if (block.kind === 'fields')
        for (const { label, value } of block.fields) expect(text).toContain(withoutBreaks(`${label}: ${value ?? ''}`));
  });

  it('has every letter of Vietnamese embedded, and no font that the reader would have to have', async () => {
    const letters = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ';
    const written = `${letters} ${letters.toLocaleUpperCase('vi')}`;
    const bytes = await draw(sheetOf('supplement', { content: written }));
    expect(withoutBreaks((await openPdf(bytes)).pages.join(''))).toContain(withoutBreaks(written));
    const raw = Buffer.from(bytes).toString('latin1');
    expect(new Set(raw.match(/\/BaseFont \/[A-Z]{6}\+Tinos[-\w]*/gu))).toHaveProperty('size', 3);
    expect(raw.match(/\/BaseFont \/(?![A-Z]{6}\+Tinos)/gu)).toBeNull();
    expect(raw.match(/\/FontFile2 /gu)).toHaveLength(3);
  });

  it('is the same file each time it is drawn, and says when it was issued and not when it was drawn', async () => {
    const sheet = sheetOf('apology', of2022);
    const [one, other] = [await draw(sheet), await draw(structuredClone(sheet))];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    expect(Buffer.from(one).toString('latin1')).toContain('(D:20221121030000Z)');
  });

  it('goes on to further pages that say whose they are, where much was handed in', async () => {
    const handedIn = Array.from({ length: 60 }, (_, index) => ({ name: `Giấy tờ thứ ${index + 1}`, copies: 1 }));
    const { pages } = await openPdf(await draw(sheetOf('receipt', { handedIn })));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.at(-1)).toContain(`H44.101-261117-0007 – trang ${pages.length}/${pages.length}`);
    expect(withoutBreaks(pages.join(''))).toContain(withoutBreaks('Giấy tờ thứ 60: 01 bản'));
  });
});
