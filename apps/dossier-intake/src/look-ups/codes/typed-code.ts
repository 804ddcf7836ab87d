import { dossierCodePattern } from '../../dossiers/codes/dossier-code.ts';

/** Longer than any code, and short enough for whatever else is typed. */
const MAX_LENGTH = 64;

/** What somebody typed as the code of a dossier. */
export interface TypedCode {
  /** As codes are written: capitals, digits, dots and hyphens. */
  readonly text: string;
  readonly isWellFormed: boolean;
}

/** Small letters, spaces and the dashes of a telephone's keyboard are no mistakes; anything may be typed, and nothing is refused. */
export function parseTypedCode(typed: string): TypedCode {
  const text = typed
    .slice(0, 2 * MAX_LENGTH)
    .toUpperCase()
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll(/[^\dA-Z.-]/g, '')
    .slice(0, MAX_LENGTH);
  return { text, isWellFormed: dossierCodePattern.test(text) };
}
