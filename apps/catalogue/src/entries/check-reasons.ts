import type { ReasonDocument } from '@motcua/contracts';
import type { EntryRefusal } from './refusal.ts';

/** So many digits in a row, spaces, dots and hyphens apart, are an ID or a telephone number and no code of a reason. */
const LONG_NUMBER = /\d(?:[\s.-]*\d){8,}/;

/** Whether what legacy systems write leads to one reason alone on every day, and says nothing about a person. */
export function checkReasons(counting: readonly ReasonDocument[]): EntryRefusal[] {
  const named = counting.flatMap((document) =>
    (document.legacyCodes ?? []).map(({ source = '', code }) => ({
      document,
      key: `${source}\n${code.trim().toLowerCase()}`,
      code,
    })),
  );
  const personal = named
    .filter(({ code }) => LONG_NUMBER.test(code))
    .map(({ document }) => ({
      entry: document.code,
      code: 'reference.legacy-code-personal',
      detail: `A legacy code of ${document.code} holds nine digits or more: map codes, not what was written about a person.`,
    }));
  const seen = new Map<string, ReasonDocument[]>();
  const twice: EntryRefusal[] = [];
  for (const { document, key, code } of named) {
    const others = seen.get(key) ?? [];
    const other = others.find((one) => one.code !== document.code && overlap(one, document));
    if (other !== undefined) {
      const detail = `Legacy code ${code} stands for ${other.code} and for ${document.code} on the same days: leave it at one of them.`;
      twice.push({ entry: document.code, code: 'reference.legacy-code-twice', detail });
    }
    seen.set(key, [...others, document]);
  }
  return [...personal, ...twice];
}

const overlap = (one: ReasonDocument, other: ReasonDocument): boolean =>
  (one.validTo === null || other.validFrom <= one.validTo) && (other.validTo === null || one.validFrom <= other.validTo);
