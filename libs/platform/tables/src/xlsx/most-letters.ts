/** More letters than this Excel does not take in a cell. */
export const MOST_LETTERS = 32_767;
