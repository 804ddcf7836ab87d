import type { Sheet } from '@motcua/forms';
import type { Content } from 'pdfmake/js/index.js';
import { toBlock } from './to-block.ts';

/** Everything on the paper, from the top. Capitals where the circular has them. */
export function toContent(sheet: Sheet): Content[] {
  const { size, code, title, blocks, notes } = sheet;
  return [
    {
      text: `Mẫu số ${sheet.formNumber} – ${sheet.circular.name}`,
      italics: true,
      alignment: 'right',
      fontSize: size === 'A5' ? 8 : 10,
    },
    toHead(sheet),
    {
      text: toCapitals(title),
      bold: true,
      alignment: 'center',
      fontSize: size === 'A5' ? 12 : 14,
      margin: [0, size === 'A5' ? 6 : 14, 0, 0],
    },
    ...(code === null ? [] : [{ text: [{ text: 'Mã hồ sơ: ' }, toStrong(code)], alignment: 'center' } as Content]),
    { stack: blocks.map((block) => toBlock(block, size)), margin: [0, size === 'A5' ? 4 : 10, 0, 0] },
    toSignatures(sheet),
    ...(notes.length === 0
      ? []
      : [
          {
            stack: [
              { text: 'Ghi chú:', bold: true, italics: false },
              ...notes.map((note) => ({ text: `- ${note}`, italics: true })),
            ],
            fontSize: size === 'A5' ? 8 : 10,
            margin: [0, 4, 0, 0],
          } as Content,
        ]),
  ];
}

/** The authority on the left, the national heading on the right, both underlined. */
function toHead({ authority, number, placeAndDate, size, qr }: Sheet): Content {
  const small = size === 'A5' ? 9 : 12;
  const above = authority.slice(0, -1).map((name): Content => ({ text: toHeading(name) }));
  return {
    columns: [
      {
        width: '44%',
        alignment: 'center',
        fontSize: small,
        stack: [
          ...above,
          { text: toHeading(authority.at(-1) ?? ''), bold: true },
          toRule(size === 'A5' ? 40 : 60),
          ...(number === null ? [] : [{ text: number, margin: [0, 4, 0, 0] } as Content]),
          ...(qr === null
            ? []
            : [
                { qr: qr.text, fit: size === 'A5' ? 62 : 76, eccLevel: 'M', margin: [0, 4, 0, 0] } as Content,
                { text: qr.caption, fontSize: 7 },
              ]),
        ],
      },
      {
        width: '56%',
        alignment: 'center',
        fontSize: small,
        stack: [
          { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, fontSize: small, noWrap: true },
          { text: 'Độc lập - Tự do - Hạnh phúc', bold: true, fontSize: small + 1 },
          toRule(size === 'A5' ? 105 : 150),
          { text: placeAndDate, italics: true, margin: [0, 6, 0, 0] },
        ],
      },
    ],
    columnGap: 6,
  };
}

const toRule = (length: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 2, x2: length, y2: 2, lineWidth: 0.7 }],
  alignment: 'center',
});

/** Never alone on a page of their own, and with room for a hand and a seal. */
function toSignatures({ signatures, size }: Sheet): Content {
  return {
    unbreakable: true,
    margin: [0, size === 'A5' ? 6 : 16, 0, 0],
    columns: signatures.map(({ who, how }) => ({
      alignment: 'center',
      stack: [
        { text: toCapitals(who), bold: true },
        { text: how, italics: true, fontSize: size === 'A5' ? 8 : 11 },
        { text: ' ', margin: [0, size === 'A5' ? 26 : 60, 0, 0] },
      ],
    })),
  };
}

/** A name of two words stays on one line: “THANH” above “BA” names no place. */
const toHeading = (name: string): string => toCapitals(name).replace(/ (?=\S+$)/u, '\u00A0');

const toStrong = (text: string): Content => ({ text, bold: true });

const toCapitals = (text: string): string => text.toLocaleUpperCase('vi');
