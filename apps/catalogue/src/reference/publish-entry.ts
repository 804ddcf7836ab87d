import { referenceKinds, type ReferenceDocuments, type ReferenceEvent, type ReferenceKind } from '@motcua/contracts';
import type { EntryVersion } from './entry.ts';

const source = '/catalogue';

/** The published event of an entry: all its versions, oldest first. Of two that begin on one day the later one counts. */
export function publishEntry(kind: ReferenceKind, code: string, history: readonly EntryVersion[]): ReferenceEvent<ReferenceKind> {
  const newest = history.at(-1);
  if (newest === undefined) throw new Error(`${kind}/${code} has no version to publish`);
  return {
    specversion: '1.0',
    id: `${kind}/${code}/${newest.version}`,
    source,
    type: referenceKinds[kind].type,
    subject: code,
    time: newest.recordedAt,
    datacontenttype: 'application/json',
    data: {
      code,
      // What is stored under a kind was validated by its schema.
      versions: history.map(({ version, recordedAt, document }) => ({
        version,
        recordedAt,
        document: document as ReferenceDocuments[ReferenceKind],
      })),
    },
  };
}
