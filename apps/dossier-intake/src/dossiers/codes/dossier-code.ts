/** Tolerant pattern of dossier codes, old and new: `000.17.22.H56-210531-0001`, `H56.14-240823-0001`. */
export const dossierCodePattern = /^(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{2,3}){0,3}-\d{6}-[A-Z0-9]{0,2}\d{4,}$/;

/** `H44.05` on `2022-01-03` → `H44.05-220103-`, to which the serial of that day is added. */
export const toCodeStem = (prefix: string, date: string): string => `${prefix}-${date.slice(2).replaceAll('-', '')}-`;
