import type { DocumentTable, ReportDocument } from '@motcua/report';
import encodeQR from 'qr';
import type { Content, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces';

/** The one family that the document is set in; whoever writes it says where its files are. */
export const pdfFont = 'Be Vietnam Pro';
const MM = 72 / 25.4;

/** A report as pages of A4, in pdfmake's words. */
export const toPdf = (report: ReportDocument): TDocumentDefinitions => ({
  pageSize: 'A4',
  // Left, top, right, bottom: an official letter's (Decree 30/2020).
  pageMargins: [30 * MM, 20 * MM, 20 * MM, 20 * MM],
  info: { title: `${report.title} ${report.subject}` },
  defaultStyle: { font: pdfFont, fontSize: 11, lineHeight: 1.25 },
  footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: 'center', fontSize: 9, margin: [0, 12, 0, 0] }),
  content: toContent(report),
});

function toContent({ title, subject, about, paragraphs, tables, remarks, link, date, signatures }: ReportDocument): Content[] {
  return [
    { text: title, bold: true, fontSize: 15, alignment: 'center' },
    { text: subject, bold: true, alignment: 'center', margin: [0, 0, 0, 12] },
    ...about.map(([name, value]): Content => ({ text: [`${name}: `, { text: value, bold: true }] })),
    ...paragraphs.map((text): Content => ({ text, alignment: 'justify', leadingIndent: 20, margin: [0, 8, 0, 0] })),
    ...tables.flatMap(toTable),
    toHeading(remarks.heading),
    remarks.items.length === 0 ? { text: remarks.none } : { ol: [...remarks.items] },
    ...(link === undefined ? [] : [toLink(link)]),
    {
      unbreakable: true,
      margin: [0, 24, 0, 0],
      stack: [
        { text: date, alignment: 'right', margin: [0, 0, 0, 6] },
        {
          columns: signatures.map(({ who, how }) => ({
            stack: [toStrong(who), how],
            alignment: 'center',
            // Room for a hand and a seal.
            margin: [0, 0, 0, 80],
          })),
        },
      ],
    },
  ];
}

/** A code to point a telephone at, and the address in letters. */
const toLink = ({ label, href }: NonNullable<ReportDocument['link']>): Content => ({
  unbreakable: true,
  margin: [0, 14, 0, 0],
  columns: [
    { svg: encodeQR(href, 'svg', { ecc: 'medium', border: 2 }), width: 70 },
    { stack: [`${label}:`, { text: href, link: href }], margin: [10, 14, 0, 0] },
  ],
});

const toStrong = (text: string): ContentText => ({ text, bold: true });

const toHeading = (text: string): Content => ({ text, bold: true, fontSize: 12, margin: [0, 14, 0, 6] });

function toTable({ heading, columns, rows }: DocumentTable): Content[] {
  const widths = ['*', ...columns.slice(1, -1).map(() => 'auto'), '*'];
  const head = columns.map((text) => ({ text, bold: true }));
  return [
    toHeading(heading),
    {
      fontSize: 9,
      layout: 'lightHorizontalLines',
      table: { headerRows: 1, dontBreakRows: true, widths, body: [head, ...rows.map((cells) => [...cells])] },
    },
  ];
}
