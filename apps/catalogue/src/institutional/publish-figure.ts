import { institutionalEventType, type InstitutionalFigure, type InstitutionalFigureEvent } from '@motcua/contracts';
import type { EntryVersion } from '../reference/entry.ts';

/** The published event of the figures of one kind and unit: all their versions, oldest first. */
export function publishFigure(code: string, history: readonly EntryVersion[]): InstitutionalFigureEvent {
  const newest = history.at(-1);
  if (newest === undefined) throw new Error(`${code} has no version to publish`);
  return {
    specversion: '1.0',
    id: `institutional-figures/${code}/${newest.version}`,
    source: '/catalogue',
    type: institutionalEventType,
    subject: code,
    time: newest.recordedAt,
    datacontenttype: 'application/json',
    data: {
      code,
      // What is stored under this kind was validated as one.
      versions: history.map(({ version, recordedAt, document }) => ({
        version,
        recordedAt,
        document: document as InstitutionalFigure,
      })),
    },
  };
}
