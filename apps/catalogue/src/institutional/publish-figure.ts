import { institutionalFigures, type InstitutionalFigureEvent } from '@motcua/contracts';
import type { EntryVersion } from '../entries/entry.ts';
import { toOrigin, toVersions } from '../entries/publish-entry.ts';

/** The published event of the figures of one kind and unit: all their versions, oldest first. */
export const publishFigure = (code: string, history: readonly EntryVersion[]): InstitutionalFigureEvent =>
  institutionalFigures.create(code, toOrigin(`institutional-figures/${code}`, history), {
    code,
    // What is stored under this kind was validated as one.
    versions: toVersions(history) as InstitutionalFigureEvent['data']['versions'],
  });
