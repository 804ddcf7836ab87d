import { PDFArray, PDFDict, PDFName, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import type { FileRefusalCode } from '../file-refusal.ts';

/** What names something that acts when the document is opened, as keys of a dictionary or as its type of action. */
const ACTIVE: Readonly<Record<string, FileRefusalCode>> = {
  JS: 'file.has-script',
  JavaScript: 'file.has-script',
  Rendition: 'file.has-script',
  XFA: 'file.has-script',
  Launch: 'file.has-launch',
  // Of another machine, whom the reader's tells who reads: such a name may be one of a share.
  GoToR: 'file.has-launch',
  ImportData: 'file.has-launch',
  SubmitForm: 'file.has-launch',
  GoToE: 'file.has-attachment',
  EmbeddedFile: 'file.has-attachment',
  EmbeddedFiles: 'file.has-attachment',
  EF: 'file.has-attachment',
  RichMedia: 'file.has-attachment',
};
/** Of a dictionary, the entries whose value says what it is. */
const NAMED_BY_VALUE = new Set(['S', 'Type', 'Subtype']);

/**
 * Whether any object of a PDF, used or not, would run a program or carry another file.
 *
 * @returns the code of the refusal; undefined: nothing of the kind is there
 */
export function findActiveContent(context: PDFContext): FileRefusalCode | undefined {
  const seen = new Set<PDFObject>();
  // Not by recursion: how deep a document nests is its author's choice.
  const open: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    // One by one: how long an array is, is its author's choice too, and arguments of a call lie on the stack.
    if (object instanceof PDFArray) for (const item of object.asArray()) open.push(item);
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) continue;
    for (const [key, value] of dict.entries()) {
      const name = key.decodeText();
      const resolved = NAMED_BY_VALUE.has(name) ? context.lookup(value) : undefined;
      const found = ACTIVE[name] ?? (resolved instanceof PDFName ? ACTIVE[resolved.decodeText()] : undefined);
      if (found !== undefined) return found;
      open.push(value);
    }
  }
  return undefined;
}

/**
 * The same by bare names, with `#` codes undone, wherever they stand: a reader that trusts the table of a file may see an object where
 * the library sees a comment. Only names too long to come about by chance in packed data.
 */
export function findActiveName(bytes: Buffer): FileRefusalCode | undefined {
  const text = bytes.toString('latin1');
  const plain = text.includes('#')
    ? text.replaceAll(/#([0-9a-fA-F]{2})/g, (_code, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
  const name = /\/(JavaScript|EmbeddedFiles?|RichMedia|Launch|SubmitForm|ImportData)(?![A-Za-z])/.exec(plain)?.[1];
  return name === undefined ? undefined : ACTIVE[name];
}
