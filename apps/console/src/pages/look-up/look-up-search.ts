/** What the address of the look-up says. */
export interface LookUpSearch {
  /** A dossier code. A number of an applicant never stands in an address. */
  readonly q?: string;
}

/** Reads an address; a number in it is left out. */
export const readLookUpSearch = ({ q }: Readonly<Record<string, unknown>>): LookUpSearch =>
  typeof q === 'string' && isCode(q) ? { q } : {};

/** Whether a text can be a code; what has no letter may be somebody's telephone or ID number. */
export const isCode = (text: string): boolean => /[a-z]/i.test(text);
