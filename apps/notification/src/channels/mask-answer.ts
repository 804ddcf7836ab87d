const mailAddress = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+/gu;
/** Seven digits or more: a telephone or an ID number; message ids of providers that are longer words with letters stay. */
const number = /(?<![\p{L}\d-])\+?\d(?:[ .-]?\d){6,}(?![\p{L}\d-])/gu;
const maxLength = 500;

/** A provider's own words, fit to be stored as proof: at most 500 characters in one line, addresses and numbers masked. */
export function maskAnswer(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const masked = line.replace(mailAddress, '[address]').replace(number, '[number]');
  return masked.length > maxLength ? `${masked.slice(0, maxLength)}…` : masked;
}
