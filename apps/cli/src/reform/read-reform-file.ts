import { ReformDocument } from '@motcua/contracts';
import { parseDocument, readDocumentText, type DocumentKind } from '../json-document/json-document.ts';

const reform: DocumentKind<ReformDocument> = {
  name: 'reform',
  schema: ReformDocument,
  example: 'data/reforms/thanh-ba-2025.json is a whole example.',
};

/** The reform in a JSON file. CliError `reform.unreadable`, or `reform.invalid` that names every mistake. */
export const readReformFile = async (file: string): Promise<ReformDocument> =>
  parseReformFile(await readDocumentText(file, reform), file);

export const parseReformFile = (text: string, file: string): ReformDocument => parseDocument(text, file, reform);
