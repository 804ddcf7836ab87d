import { startsFormula } from '../starts-formula.ts';

/** A field of a CSV file: quoted where needed; what a spreadsheet would take for a formula is marked as text. */
export function toField(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  const plain = typeof value !== 'number' && startsFormula(text) ? `'${text}` : text;
  return /[",;\n\r\t]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
