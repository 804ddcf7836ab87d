import type { DocumentTable, ReportDocument } from '@motcua/report';
import encodeQR from 'qr';
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';

/** What offices write in: every Windows has it, with all Vietnamese letters. */
const FONT = 'Times New Roman';
/** Half points. */
const SIZE = 26;
/** Twentieths of a point: the margins of an official letter (Decree 30/2020), 20 mm and 30 mm on the left. */
const margin = { top: 1134, bottom: 1134, right: 1134, left: 1701 };
const whole = { size: 100, type: WidthType.PERCENTAGE };
const none = { style: 'none', size: 0, color: 'auto' } as const;
const borderless = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** A report as an editable document. */
export const toDocx = (report: ReportDocument): Document =>
  new Document({
    title: toXmlText(`${report.title} ${report.subject}`),
    styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
    sections: [{ properties: { page: { margin } }, children: toParts(report) }],
  });

function toParts({
  title,
  subject,
  about,
  paragraphs,
  tables,
  remarks,
  link,
  date,
  signatures,
}: ReportDocument): (Paragraph | Table)[] {
  return [
    toHeading(title, { heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER }),
    toHeading(subject, { alignment: AlignmentType.CENTER, spacing: { after: 240 } }),
    ...about.map(([name, value]) => new Paragraph({ children: [toRun(`${name}: `), toRun(value, true)] })),
    ...paragraphs.map(
      (text) =>
        new Paragraph({
          children: [toRun(text)],
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: 567 },
          spacing: { before: 120, after: 120 },
        }),
    ),
    ...tables.flatMap(toTable),
    toHeading(remarks.heading, section),
    ...(remarks.items.length === 0
      ? [new Paragraph({ children: [toRun(remarks.none)] })]
      : remarks.items.map((text, index) => new Paragraph({ children: [toRun(`${index + 1}. ${text}`)] }))),
    ...(link === undefined ? [] : toLink(link)),
    new Paragraph({ children: [toRun(date)], alignment: AlignmentType.RIGHT, spacing: { before: 360, after: 120 } }),
    toSignatures(signatures),
  ];
}

/** A code to point a telephone at, and the address in letters. Word draws a GIF of whole dots sharper than a scaled picture. */
function toLink({ label, href }: NonNullable<ReportDocument['link']>): Paragraph[] {
  const data = encodeQR(href, 'gif', { ecc: 'medium', border: 2, scale: 4 });
  return [
    new Paragraph({
      spacing: { before: 240 },
      children: [new ImageRun({ type: 'gif', data, transformation: { width: 96, height: 96 } })],
    }),
    new Paragraph({
      children: [toRun(`${label}: `), new ExternalHyperlink({ link: href, children: [toRun(href)] })],
    }),
  ];
}

const section: IParagraphOptions = { heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 120 } };

function toRun(text: string, bold = false, size = SIZE): TextRun {
  const options: IRunOptions = { text: toXmlText(text), bold, size, font: FONT, color: '000000' };
  return new TextRun(options);
}

/** XML knows no control characters but three, and the library writes what it is given: Word would open nothing of it. */
const toXmlText = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

const toHeading = (text: string, options: IParagraphOptions): Paragraph =>
  new Paragraph({ ...options, children: [toRun(text, true)] });

function toTable({ heading, columns, rows }: DocumentTable): (Paragraph | Table)[] {
  const toCell = (text: string, isHead: boolean): TableCell =>
    new TableCell({ children: [new Paragraph({ children: [toRun(text, isHead, 22)] })], margins: { left: 80, right: 80 } });
  const toRow = (cells: readonly string[], isHead = false): TableRow =>
    new TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((text) => toCell(text, isHead)) });
  return [
    toHeading(heading, section),
    new Table({ width: whole, rows: [toRow(columns, true), ...rows.map((cells) => toRow(cells))] }),
  ];
}

function toSignatures(signatures: ReportDocument['signatures']): Table {
  const cells = signatures.map(({ who, how }) => {
    const lines = [toRun(who, true), toRun(how)];
    return new TableCell({
      children: lines.map((run) => new Paragraph({ children: [run], alignment: AlignmentType.CENTER })),
    });
  });
  return new Table({ width: whole, borders: borderless, rows: [new TableRow({ cantSplit: true, children: cells })] });
}
