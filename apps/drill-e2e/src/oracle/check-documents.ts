import { isDeepStrictEqual } from 'node:util';
import type { Check, Violation } from './violation.ts';

/** Files, ratings and institutional figures are there once, as they were sent, and no others; a change of the calendar was followed to its end. */
export const checkDocuments: Check = (record, observed) => {
  const { files, ratings, institutional } = observed;
  const wrong: string[] = [];
  for (const { key, files: sent, satisfied } of record.dossiers) {
    const shown = files[key] ?? [];
    if (!isDeepStrictEqual([...shown].sort(), [...sent].sort())) wrong.push(`files of ${key}: ${shown.length} of ${sent.length}`);
    const given = ratings.filter(({ dossierId }) => dossierId === key).map((rating) => rating.satisfied);
    if (!isDeepStrictEqual(given, satisfied === undefined ? [] : [satisfied])) wrong.push(`rating of ${key}: ${given.join(' ')}`);
  }
  for (const [place, entry] of record.institutional)
    if (!isDeepStrictEqual(institutional[place], entry)) wrong.push(`entry ${place}`);
  if (record.calendar !== undefined && observed.calendarChange !== 'done')
    wrong.push(`calendar ${record.calendar.version}: ${observed.calendarChange ?? 'unknown'}`);
  return wrong.map((what): Violation => ({ promise: 'document', what }));
};
