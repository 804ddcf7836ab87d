import { findForeign } from '@motcua/access';
import type { SourceActor } from '@motcua/auth';
import { toImportedDossierId, type ArchivedDocument } from '@motcua/contracts';
import { sentences, type OpenDigitization } from '@motcua/digitization';
import type { Transaction } from '@motcua/kafka';
import type { DocumentRow } from '../document-row.ts';
import { readDocuments } from '../document.store.ts';
import type { FileRow } from '../file.store.ts';
import { toArchivedFile } from './archived-file.ts';
import type { ImportLine } from './parse-line.ts';

/** A line with the file it stands for, at its place on the checklist of its dossier. */
export interface PlacedLine extends ImportLine {
  readonly file: FileRow;
}

interface Placing {
  readonly by: string;
  /** The legacy system that reports: about dossiers of its own alone. */
  readonly reporter: SourceActor;
  readonly refuse: (line: ImportLine, code: string, detail: string) => void;
}

export interface Placed {
  /** Dossier id → its documents. */
  readonly rows: Map<string, DocumentRow>;
  readonly lines: readonly PlacedLine[];
}

/** Finds the dossiers of all lines and their places on the checklists, in one statement. */
export async function placeLines(
  transaction: Transaction,
  lines: readonly ImportLine[],
  { by, reporter, refuse }: Placing,
): Promise<Placed> {
  const toId = ({ source = reporter.source, sourceCode }: ArchivedDocument) => toImportedDossierId(source, sourceCode);
  const rows = await readDocuments(transaction, [...new Set(lines.map(({ document }) => toId(document)))]);
  const placed = lines.flatMap((line): PlacedLine[] => {
    const { document } = line;
    const place = findPlace(rows.get(toId(document)), document, reporter);
    if (!('refused' in place)) return [{ ...line, file: toArchivedFile(document, place, by) }];
    refuse(line, place.refused, place.detail);
    return [];
  });
  return { rows, lines: placed };
}

type ObjectPlace =
  { readonly dossierId: string; readonly partCode: string } | { readonly refused: string; readonly detail: string };

function findPlace(row: DocumentRow | undefined, document: ArchivedDocument, reporter: SourceActor): ObjectPlace {
  const foreign = findForeign(reporter, { source: document.source, unitPath: row?.subject.responsiblePath });
  if (foreign !== undefined) return { refused: foreign.code, detail: foreign.sentence.en };
  if (row === undefined) {
    const detail = 'No receipt of this dossier has arrived here: check source and code, or send the line again later.';
    return { refused: 'dossier.unknown', detail };
  }
  const partCode = findPartCode(row.documents, document);
  if (partCode !== undefined) return { dossierId: row.subject.dossierId, partCode };
  const refused = `${document.part}.unknown` as const;
  return { refused, detail: sentences[refused].en };
}

function findPartCode({ components, results }: OpenDigitization, { part, code, number }: ArchivedDocument): string | undefined {
  const listed: readonly { readonly code: string }[] = part === 'component' ? components : results;
  return (number === undefined ? listed.find((it) => it.code === code) : listed[number - 1])?.code;
}
