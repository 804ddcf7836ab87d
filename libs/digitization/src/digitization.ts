import type { ExemptReason, FileRef, Name, Part } from './vocabulary.ts';

/** What is there of a component. */
export type ComponentState =
  | { readonly status: 'not-digitized' }
  | { readonly status: 'digitized'; readonly files: readonly FileRef[] }
  | { readonly status: 'reused-component' | 'reused-result'; readonly file: FileRef; readonly fromDossier: string }
  | { readonly status: 'exempt'; readonly reason: ExemptReason };

export type Component = ComponentState & { readonly code: string; readonly name: Name; readonly copies: number };

export interface Result {
  readonly code: string;
  readonly name: Name;
  readonly files: readonly FileRef[];
}

/** A file that was attached and does not count, since its signature is broken. It is there to be seen, until a check rejects it. */
export interface BrokenFile {
  readonly part: Part;
  readonly code: string;
  readonly file: FileRef;
}

/** The documents of a dossier: none known before its receipt, a checklist from then on. */
export type Digitization =
  | { readonly status: 'none' }
  | {
      readonly status: 'open';
      readonly version: number;
      readonly components: readonly Component[];
      readonly results: readonly Result[];
      readonly brokenFiles: readonly BrokenFile[];
      /** Since when it counts as digitized (4.2), epoch milliseconds; null: it does not. */
      readonly digitizedAt: number | null;
      /** The latest moment of its events: what is told late, of an earlier system, may have happened before what is known. */
      readonly lastAt: number;
    };

export type OpenDigitization = Extract<Digitization, { status: 'open' }>;

export const noDigitization: Digitization = { status: 'none' };
