import type { Documents } from '@motcua/indicators';
import { toColumn } from '../cells/measure-columns.ts';

const flags = [
  'isDigitized',
  'asksComponents',
  'hasComponents',
  'prescribesResult',
  'hasResult',
  'reusesComponent',
  'hasSignedResult',
] as const satisfies readonly (keyof Documents)[];

/** SQL that makes of a fact's documents one text, `3:tttftf`; empty where none are known, which costs next to nothing. */
export const packDocuments = `CASE digitization_version WHEN 0 THEN '' ELSE concat(digitization_version, ':', ${flags.map(toColumn).join(', ')}) END`;

/** What `packDocuments` made. */
export function unpackDocuments(packed: string): { digitizationVersion: number; documents: Documents | null } {
  if (packed === '') return { digitizationVersion: 0, documents: null };
  const start = packed.indexOf(':') + 1;
  const isSet = (flag: (typeof flags)[number]): boolean => packed[start + flags.indexOf(flag)] === 't';
  const documents = {
    isDigitized: isSet('isDigitized'),
    asksComponents: isSet('asksComponents'),
    hasComponents: isSet('hasComponents'),
    prescribesResult: isSet('prescribesResult'),
    hasResult: isSet('hasResult'),
    reusesComponent: isSet('reusesComponent'),
    hasSignedResult: isSet('hasSignedResult'),
  };
  return { digitizationVersion: Number(packed.slice(0, start - 1)), documents };
}
