/** What a text may hold. line: one line, of what is seen; paragraphs: line ends and tabs too. */
export type TextKind = 'line' | 'paragraphs';

/**
 * Control characters, ends of lines and paragraphs, what turns the direction of reading, and what has no width: in a name they begin a
 * line of their own in a mail's head or a file, or make it look like another. Combining marks are none of them: Vietnamese comes composed
 * (NFC) and decomposed (NFD). Joiners (U+200C, U+200D) are: no name in Vietnamese needs one.
 */
const strange = String.raw`[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200B-\u200F\u2060-\u2064\uFEFF]`;

const first: Readonly<Record<TextKind, RegExp>> = {
  line: new RegExp(strange, 'u'),
  // Line ends as any system writes them; joiners hold the parts of an emoji together, which telephones write into comments.
  paragraphs: new RegExp(String.raw`(?!\r\n|[\n\t\u200C\u200D])${strange}`, 'u'),
};
const runs = new RegExp(`(?:${strange}|\\s)+`, 'gu');

export interface StrangeCharacter {
  /** As people look it up: `U+200B`. */
  readonly name: string;
  /** Which character of the text it is, from 1. */
  readonly position: number;
}

/** The first character that a text of this kind must not hold; undefined: there is none. */
export function findStrange(text: string, kind: TextKind = 'line'): StrangeCharacter | undefined {
  const found = first[kind].exec(text);
  if (found === null) return undefined;
  const name = `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return { name, position: Array.from(text.slice(0, found.index)).length + 1 };
}

/** A text of whatever origin as one line: what was kept before it was refused must not reach where one line is expected. */
export const toOneLine = (text: string): string => text.replace(runs, ' ').trim();
