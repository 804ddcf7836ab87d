import type { FigureId } from '../figures/definitions.ts';

/** A piece of the text. With a figure it is the very number (or its absence) that is told of it, and opens what is behind it. */
export interface Passage {
  readonly text: string;
  readonly figure: FigureId | null;
}

/** What a sentence says of a figure. */
export const mention = (figure: FigureId, text: string): Passage => ({ text, figure });

/** A template whose holes are words or what is said of figures: ``write`digitized: ${mention('digitized', '52%')}` ``. */
export function write(texts: TemplateStringsArray, ...holes: readonly (string | readonly Passage[])[]): Passage[] {
  return join(texts.flatMap((text, index) => [plain(text), ...toPassages(holes[index] ?? '')]));
}

const plain = (text: string): Passage => ({ text, figure: null });
const toPassages = (hole: string | readonly Passage[]): readonly Passage[] => (typeof hole === 'string' ? [plain(hole)] : hole);

/** One after the other, with something between two of them. */
export const joinPassages = (parts: readonly (readonly Passage[])[], between: string): Passage[] =>
  join(parts.flatMap((part, index) => [...(index === 0 ? [] : [plain(between)]), ...part]));

/** The text as it is read. */
export const toText = (passages: readonly Passage[]): string => passages.map(({ text }) => text).join('');

/** Neighbours without a figure become one, and nothing is empty. */
function join(passages: readonly Passage[]): Passage[] {
  const joined: Passage[] = [];
  for (const passage of passages.filter(({ text }) => text !== '')) {
    const last = joined.at(-1);
    if (last?.figure === null && passage.figure === null) joined[joined.length - 1] = plain(last.text + passage.text);
    else joined.push(passage);
  }
  return joined;
}
