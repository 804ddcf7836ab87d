/** A number as a Vietnamese spreadsheet reads it. */
export const toDecimalComma = (number: number): string => String(number).replace('.', ',');
