import type { ArchivedDocument } from '@motcua/contracts';
import { sentences, type OpenDigitization } from '@motcua/digitization';
import type { Transaction } from '@motcua/kafka';
import type { DocumentRow } from '../documents/document-row.ts';
import { readDocuments } from '../documents/document.store.ts';
import type { FileRow } from '../documents/file.store.ts';
import { toArchivedFile } from './archived-file.ts';
import { findDossiers, type FoundDossier } from './find-dossiers.query.ts';
import type { Line } from './parse-line.ts';

/** A line with the file it stands for, at its place on the checklist of its dossier. */
export interface PlacedLine extends Line {
  readonly file: FileRow;
}

interface Placing {
  readonly by: string;
  readonly refuse: (line: Line, code: string, detail: string) => void;
}

export interface Placed {
  /** Dossier id → its documents. */
  readonly rows: Map<string, DocumentRow>;
  readonly lines: readonly PlacedLine[];
}

/** Finds the dossiers of all lines and their places on the checklists, in two statements. */
export async function placeLines(transaction: Transaction, lines: readonly Line[], { by, refuse }: Placing): Promise<Placed> {
  const find = await findDossiers(
    transaction,
    lines.map(({ document }) => document),
  );
  const found = lines.map((line) => ({ line, dossier: find(line.document) }));
  const rows = await readDocuments(transaction, [...new Set(found.flatMap(({ dossier }) => idsOf(dossier)))]);
  const placed = found.flatMap(({ line, dossier }): PlacedLine[] => {
    const place = findPlace(rows, dossier, line.document);
    if (!('refused' in place)) return [{ ...line, file: toArchivedFile(line.document, place, by) }];
    refuse(line, place.refused, place.detail);
    return [];
  });
  return { rows, lines: placed };
}

const idsOf = (dossier: FoundDossier): string[] => (typeof dossier === 'string' ? [] : [dossier.id]);

type Place = { readonly dossierId: string; readonly partCode: string } | { readonly refused: string; readonly detail: string };

function findPlace(rows: ReadonlyMap<string, DocumentRow>, dossier: FoundDossier, document: ArchivedDocument): Place {
  if (dossier === 'ambiguous')
    return { refused: 'dossier.ambiguous', detail: 'Several dossiers have this code: give the source too.' };
  const row = dossier === 'unknown' ? undefined : rows.get(dossier.id);
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
