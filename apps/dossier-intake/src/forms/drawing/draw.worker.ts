import type { Sheet } from '@motcua/forms';
import pdfmake from 'pdfmake/js/index.js';
import { join } from 'node:path';
import { formFont, toPdf } from './to-pdf.ts';

const file = (face: string): string => join(import.meta.dirname, 'fonts', `Tinos-${face}.ttf`);
const faces = { normal: file('Regular'), bold: file('Bold'), italics: file('Italic'), bolditalics: file('Bold') };
const files = new Set(Object.values(faces));

// Nothing but its own fonts is ever read for a form, whatever somebody writes into a field.
pdfmake.setLocalAccessPolicy((path) => files.has(path));
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.addFonts({ [formFont]: faces });

/** A form as a PDF, its letters embedded. */
export default async function draw(sheet: Sheet): Promise<Uint8Array> {
  return new Uint8Array(await pdfmake.createPdf(toPdf(sheet)).getBuffer());
}
