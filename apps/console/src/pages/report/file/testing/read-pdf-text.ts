export interface PdfText {
  readonly text: string;
  /** Names of the fonts that it is set in. */
  readonly fonts: readonly string[];
}

/**
 * What a reader of an uncompressed PDF of pdfmake could copy from it: glyphs by the font's own table of letters (`ToUnicode`), a line a
 * piece of text. Of other programs' files it understands nothing.
 */
export function readPdfText(pdf: Buffer): PdfText {
  const objects = new Map(
    [...pdf.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
  const fonts = [...objects.values()].filter((body) => /\/Subtype \/Type0/.test(body));
  const named = new Map(
    [...objects.values()].flatMap((body) =>
      [...body.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, toLetters(objects, id)] as const),
    ),
  );
  const text = [...objects.values()].map((body) => readContent(body, named)).join('');
  return { text, fonts: fonts.map((body) => /\/BaseFont \/(\S+)/.exec(body)?.[1] ?? '') };
}

/** The letters of a font by their glyphs, four hexadecimal digits each. */
function toLetters(objects: ReadonlyMap<string, string>, font: string): ReadonlyMap<string, string> {
  const map = objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1] ?? '') ?? '';
  const letters = new Map<string, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<([\da-f]{4})> <[\da-f]{4}> \[([^\]]*)\]/g))
    for (const [index, [, units = '']] of [...list.matchAll(/<([\da-f ]+)>/g)].entries())
      letters.set((parseInt(first, 16) + index).toString(16).padStart(4, '0'), toText(units));
  return letters;
}

const toText = (hex: string): string =>
  String.fromCharCode(...(hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));

function readContent(body: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let letters: ReadonlyMap<string, string> | undefined;
  let text = '';
  for (const [, font, shown] of body.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font);
    if (shown === undefined) continue;
    const glyphs = [...shown.matchAll(/<([\da-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    text += `${glyphs.map((glyph) => letters?.get(glyph) ?? '�').join('')}\n`;
  }
  return text;
}
