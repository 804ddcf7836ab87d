import type { Component, Result } from './digitization.ts';
import type { ExemptReason, FileRef, Part, ReuseGround, ScanFault } from './vocabulary.ts';

/** What happened to the documents of a dossier. */
export type DigitizationEventPayload =
  | {
      readonly type: 'checklist-made';
      readonly because: 'received' | 'corrected';
      readonly components: readonly Component[];
      readonly results: readonly Result[];
    }
  | { readonly type: 'component-digitized'; readonly component: string; readonly file: FileRef }
  | {
      readonly type: 'component-reused';
      readonly component: string;
      readonly status: 'reused-component' | 'reused-result';
      readonly fromDossier: string;
      readonly fromFile: string;
      readonly ground: ReuseGround;
      readonly file: FileRef;
    }
  /** In the history of the dossier that a file was taken from; its documents stay as they are. */
  | {
      readonly type: 'file-reused';
      readonly part: Part;
      readonly code: string;
      readonly fileId: string;
      readonly toDossier: string;
      /** The unit that answers for it. */
      readonly toUnit: string;
      readonly toComponent: string;
      readonly ground: ReuseGround;
    }
  | { readonly type: 'result-digitized'; readonly result: string; readonly file: FileRef }
  | { readonly type: 'signature-broken'; readonly part: Part; readonly code: string; readonly file: FileRef }
  | { readonly type: 'exempted'; readonly component: string; readonly reason: ExemptReason }
  | {
      readonly type: 'rejected';
      readonly part: Part;
      readonly code: string;
      readonly faults: readonly ScanFault[];
      readonly files: readonly string[];
    };

export type DigitizationEvent = DigitizationEventPayload & { readonly occurredAt: number };
export type DigitizationEventName = DigitizationEvent['type'];
