/**
 * Whether a spreadsheet would take a text for a formula, or for the end of a cell and then one. What stands before the sign and is not
 * seen counts for nothing: some drop it when they read, and a workbook cannot hold most of it.
 */
export const startsFormula = (text: string): boolean => /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u.test(text);
