import type { Component, Result } from './digitization.ts';
import type { ExemptReason, Name } from './vocabulary.ts';

/** What the catalogue says of a procedure's documents. */
export interface DocumentList {
  readonly components?:
    | readonly {
        readonly code: string;
        readonly name: Name;
        readonly copies: number;
        readonly scan: 'asked' | 'exempt';
        readonly exemptReason?: ExemptReason | undefined;
      }[]
    | undefined;
  readonly results?: readonly { readonly code: string; readonly name: Name }[] | undefined;
}

export interface Checklist {
  readonly components: readonly Component[];
  readonly results: readonly Result[];
}

const wholeFile = { code: 'ho-so', name: { vi: 'Toàn bộ hồ sơ giấy', en: 'The whole paper file' }, copies: 1 };
const anyResult = { code: 'ket-qua', name: { vi: 'Kết quả giải quyết', en: 'The result' } };

/**
 * What has to be digitized of a dossier: the procedure's documents, less what nobody scans. A dossier filed online is electronic
 * already (TT 03/2025 Art. 5(2)); what is only shown, comes from another agency or is secret is not scanned on any channel.
 * A procedure whose documents the catalogue does not list asks for the paper file as one, and prescribes one result: unlisted must
 * not mean that nothing is missing.
 */
export function toChecklist(list: DocumentList | undefined, channel: string): Checklist {
  const components = list?.components ?? [{ ...wholeFile, scan: 'asked' as const }];
  return {
    components: components.map(({ code, name, copies, scan, exemptReason }): Component => {
      const document = { code, name, copies };
      if (scan === 'exempt') return { ...document, status: 'exempt', reason: exemptReason ?? 'comparison-only' };
      if (channel === 'online') return { ...document, status: 'exempt', reason: 'online-dossier' };
      return { ...document, status: 'not-digitized' };
    }),
    results: (list?.results ?? [anyResult]).map(({ code, name }) => ({ code, name, files: [] })),
  };
}
