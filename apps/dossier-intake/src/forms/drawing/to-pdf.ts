import type { Sheet } from '@motcua/forms';
import type { Content, Definition, Margin } from 'pdfmake/js/index.js';
import { toContent } from './to-content.ts';

/** The one family that forms are set in: the metrics of Times New Roman, which Decree 30/2020 prescribes. */
export const formFont = 'Tinos';
const MM = 72 / 25.4;

/** Left, top, right, bottom: an official letter's (Decree 30/2020), and on half the paper about half of that. */
const margins: Readonly<Record<Sheet['size'], Margin>> = {
  A4: [30 * MM, 20 * MM, 15 * MM, 18 * MM],
  A5: [12 * MM, 8 * MM, 10 * MM, 11 * MM],
};
const sizes = { A4: 13, A5: 10 } as const;

/** A form in pdfmake’s words. Nothing of it depends on when it is drawn: the same sheet is the same file, byte by byte. */
export const toPdf = (sheet: Sheet): Definition => ({
  pageSize: sheet.size,
  pageMargins: margins[sheet.size],
  language: 'vi',
  info: {
    title: sheet.code === null ? sheet.title : `${sheet.title} ${sheet.code}`,
    subject: `Mẫu số ${sheet.formNumber}, ${sheet.circular.name}`,
    author: sheet.authority.at(-1) ?? '',
    creator: 'Motcua',
    producer: 'pdfmake',
    creationDate: new Date(sheet.issuedAt),
    modDate: new Date(sheet.issuedAt),
  },
  defaultStyle: { font: formFont, fontSize: sizes[sheet.size], lineHeight: 1.15 },
  ...(sheet.mark === null ? {} : { watermark: { text: sheet.mark, color: '#57606a', opacity: 0.18, bold: true } }),
  footer: (page, pages): Content =>
    pages === 1
      ? { text: '' }
      : { text: `${sheet.code ?? sheet.title} – trang ${page}/${pages}`, alignment: 'center', fontSize: 8 },
  content: toContent(sheet),
});
