import type { ReferenceEvent, ReferenceKind } from '@motcua/contracts';

/** All versions of one entry, oldest first. */
export type ReferenceVersions<Kind extends ReferenceKind> = ReferenceEvent<Kind>['data']['versions'];

/** What a service makes of the entries of the kinds it reads. */
export interface ReferenceHandlers<Kind extends ReferenceKind = ReferenceKind> {
  /** An entry is new, or has another version. */
  readonly handlers: { readonly [Each in Kind]: (code: string, versions: ReferenceVersions<Each>) => void };
  /** The catalogue took an entry back. */
  remove(kind: Kind, code: string): void;
}
