import type { DocumentList } from './to-checklist.ts';
import type { ExemptReason, FileRef, Part, ReuseGround, ScanFault } from './vocabulary.ts';

/** A file of another dossier, with what it is there and whose it is. */
export interface ReusableFile extends FileRef {
  readonly dossierId: string;
  readonly part: Part;
  /** Opaque reference to the applicant; null: not known. */
  readonly applicantRef: string | null;
  /** Its content is still kept, and no check rejected it. */
  readonly isKept: boolean;
}

export type DigitizationCommand = { readonly occurredAt: number } & (
  | { readonly type: 'make-checklist'; readonly list: DocumentList | undefined; readonly channel: string }
  | { readonly type: 'attach-to-component'; readonly component: string; readonly file: FileRef }
  | { readonly type: 'attach-to-result'; readonly result: string; readonly file: FileRef }
  | {
      readonly type: 'reuse';
      readonly component: string;
      readonly source: ReusableFile;
      /** The file as it will be known here. */
      readonly fileId: string;
      readonly dossierId: string;
      readonly applicantRef: string | null;
      /** Null: nothing permits it. */
      readonly ground: ReuseGround | null;
    }
  | { readonly type: 'exempt'; readonly component: string; readonly reason: ExemptReason }
  | { readonly type: 'check'; readonly part: Part; readonly code: string; readonly faults: readonly ScanFault[] }
);
export type CommandOf<Type extends DigitizationCommand['type']> = Extract<DigitizationCommand, { type: Type }>;
