/** Whether a spreadsheet would take a text for a formula, or for the end of a cell and then one. */
export const startsFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/.test(text);
