import { createReferenceEvent, type EventOrigin, type ReferenceEvent, type ReferenceKind } from '@motcua/contracts';
import type { EntryVersion } from './entry.ts';

/** The published event of an entry: all its versions, oldest first. Of two that begin on one day the later one counts. */
export const publishEntry = (
  kind: ReferenceKind,
  code: string,
  history: readonly EntryVersion[],
): ReferenceEvent<ReferenceKind> =>
  createReferenceEvent(kind, toOrigin(`${kind}/${code}`, history), {
    code,
    // What is stored under a kind was validated by its schema.
    versions: toVersions(history) as ReferenceEvent<ReferenceKind>['data']['versions'],
  });

/** @throws where nothing was ever entered */
export function toOrigin(entry: string, history: readonly EntryVersion[]): EventOrigin {
  const newest = history.at(-1);
  if (newest === undefined) throw new Error(`${entry} has no version to publish`);
  return { id: `${entry}/${newest.version}`, source: '/catalogue', time: newest.recordedAt };
}

export const toVersions = (history: readonly EntryVersion[]) =>
  history.map(({ version, recordedAt, document }) => ({ version, recordedAt, document }));
