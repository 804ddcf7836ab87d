import type { DossierComponents } from '@motcua/contracts';
import { CliError } from '@motcua/terminal';
import { toDocumentLines } from './document-lines.ts';

/** What a file is of. */
export type UploadTarget =
  | { readonly part: 'component'; /** Its number on the receipt, or its code. */ readonly name: string }
  | { readonly part: 'result'; /** undefined: the first result that has no file. */ readonly code: string | undefined };

export interface TargetOptions {
  readonly component?: string;
  /** `true` where no word followed. */
  readonly result?: string | true;
}

/** What the words of the command line ask for. */
type UploadRequest =
  | { readonly kind: 'upload'; readonly target: UploadTarget; readonly file: string }
  /** No document is named; `file` where there is one to attach. */
  | { readonly kind: 'list'; readonly file: string | undefined };

/** @throws CliError where two documents are named, or a document and no file */
export function readUploadRequest(file: string | undefined, { component, result }: TargetOptions): UploadRequest {
  if (component !== undefined && result !== undefined) {
    const message = 'A file is of a component or of a result, not of both.';
    throw new CliError({ code: 'upload.which', message, hint: 'Upload it twice if it is both.', exitCode: 2 });
  }
  if (component === undefined && result === undefined) return { kind: 'list', file };
  // `--result giay.pdf`: the word after the option is its code only where the file stands beside it.
  const isWordTheFile = file === undefined && typeof result === 'string';
  const sent = isWordTheFile ? result : file;
  if (sent === undefined)
    throw new CliError({
      code: 'upload.no-file',
      message: 'Which file is it?',
      hint: 'Name one after the dossier.',
      exitCode: 2,
    });
  if (component !== undefined) return { kind: 'upload', target: { part: 'component', name: component }, file: sent };
  const code = isWordTheFile || result === true ? undefined : result;
  return { kind: 'upload', target: { part: 'result', code }, file: sent };
}

/** Where a file is given and no document is named: which there are, and how to name one. */
export const toWhichDocument = (documents: DossierComponents): CliError =>
  new CliError({
    code: 'upload.which',
    message: ['Which document is it?', ...toDocumentLines(documents)].join('\n'),
    hint: documents.components.length === 0 ? '--result' : '--component <number or code>, or --result',
    exitCode: 2,
  });
