import type { DeskEntry } from '@motcua/contracts';
import { maskApplicant, maskName } from '../applicants/mask-applicant.ts';
import { joinWords, partWords, type Words } from './words.ts';

/** What others may see: papers by code, numbers and ways; that there are words, but not which. */
export function maskDeskEntry(entry: DeskEntry): DeskEntry {
  const { plain, words } = partWords(entry);
  const { authorised, representative, names, ...rest } = words;
  const masked: Words = {
    ...hide(rest),
    ...(authorised === undefined ? {} : { authorised: { name: '***', ...maskApplicant(authorised) } }),
    ...(representative === undefined ? {} : { representative: { ...hide(representative), name: maskName(representative.name) } }),
    ...(names === undefined ? {} : { names: hide(names) }),
  };
  return joinWords(plain, masked);
}

const hide = (texts: object): Record<string, string> => Object.fromEntries(Object.keys(texts).map((key) => [key, '***']));
