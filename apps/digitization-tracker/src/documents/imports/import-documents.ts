import type { SourceActor } from '@motcua/auth';
import type { DigitizationImportResult } from '@motcua/contracts';
import { isRefusal, sentences } from '@motcua/digitization';
import type { Transaction } from '@motcua/kafka';
import type { DocumentRow } from '../document-row.ts';
import { writeDocuments } from '../document.store.ts';
import { insertFiles, listKnownFiles, type FileRow } from '../file.store.ts';
import { insertEvents, type EventRow } from '../to-published-event.ts';
import { attachArchived, type Import } from './attach-archived.ts';
import { parseLines, type ImportLine, type RefusedLine } from './parse-line.ts';
import { placeLines, type Placed } from './place-lines.ts';

/**
 * Takes what an earlier system digitized, in a transaction that works alone: the same rules as for an upload, an event a document, and
 * a handful of statements for all of them. What is refused is named by its place, the others go on.
 */
export async function importDocuments(
  transaction: Transaction,
  parties: Import & { readonly reporter: SourceActor },
  given: readonly unknown[],
): Promise<DigitizationImportResult> {
  const { lines, refused } = parseLines(given, parties.now);
  const refuse: Refuse = ({ index, document: { sourceCode } }, code, detail) => {
    refused.push({ index, sourceCode, code, detail });
  };
  const placed = await placeLines(transaction, lines, { by: parties.by, reporter: parties.reporter, refuse });
  const known = await listKnownFiles(
    transaction,
    placed.lines.map(({ file }) => file.id),
  );
  const { changed, files, events } = attachAll(placed, { ...parties, known, refuse });
  await writeDocuments(transaction, [...changed.values()]);
  await insertFiles(transaction, files);
  await insertEvents(transaction, events);
  return toResult(given.length, files.length, refused);
}

type Refuse = (line: ImportLine, code: string, detail: string) => void;

interface Attaching extends Import {
  /** Files that are there already, also rejected and forgotten ones. */
  readonly known: ReadonlySet<string>;
  readonly refuse: Refuse;
}

interface Attached {
  /** Dossier id → its documents, where something was added. */
  readonly changed: ReadonlyMap<string, DocumentRow>;
  readonly files: readonly FileRow[];
  readonly events: readonly EventRow[];
}

/** In the order of the lines, each on what the ones before it left. */
function attachAll({ rows, lines }: Placed, { known, refuse, by, now }: Attaching): Attached {
  const changed = new Map<string, DocumentRow>();
  const files = new Map<string, FileRow>();
  const events: EventRow[] = [];
  for (const line of lines) {
    const { file } = line;
    const before = changed.get(file.dossierId) ?? rows.get(file.dossierId);
    if (before === undefined || known.has(file.id) || files.has(file.id)) continue;
    const attached = attachArchived(before, file, { by, now });
    if (isRefusal(attached)) {
      refuse(line, attached.refused, sentences[attached.refused].en);
      continue;
    }
    changed.set(file.dossierId, attached.row);
    files.set(file.id, file);
    events.push(attached.event);
  }
  return { changed, files: [...files.values()], events };
}

const toResult = (given: number, taken: number, refused: readonly RefusedLine[]): DigitizationImportResult => ({
  taken,
  known: given - taken - refused.length,
  refused: refused.toSorted((one, other) => one.index - other.index),
});
