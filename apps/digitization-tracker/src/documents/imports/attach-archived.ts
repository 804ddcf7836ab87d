import { decide, evolve, isRefusal, type Refusal } from '@motcua/digitization';
import type { DocumentRow } from '../document-row.ts';
import type { FileRow } from '../file.store.ts';
import { toPublishedEvent, type EventRow } from '../to-published-event.ts';

export interface Import {
  /** Who tells of it. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The documents with a file that an archive keeps, by the rules of an upload. The file is not one of them yet. */
export function attachArchived(
  { subject, documents: before }: DocumentRow,
  file: FileRow,
  { by, now }: Import,
): { readonly row: DocumentRow; readonly event: EventRow } | Refusal {
  const { id: fileId, part, partCode, sha256, signature, uploadedAt } = file;
  const attached = { occurredAt: uploadedAt.getTime(), file: { fileId, sha256, signature } };
  const decision = decide(
    before,
    part === 'component'
      ? { type: 'attach-to-component', component: partCode, ...attached }
      : { type: 'attach-to-result', result: partCode, ...attached },
  );
  if (isRefusal(decision)) return decision;
  const [event] = decision;
  if (event === undefined) throw new Error(`the file ${fileId} is on the checklist and has no row`);
  const documents = evolve(before, event);
  if (documents.status === 'none') throw new Error('an event unmade a checklist');
  const row = { subject, documents };
  return { row, event: toPublishedEvent({ event, after: row, officer: by, recordedAt: now, file }) };
}
