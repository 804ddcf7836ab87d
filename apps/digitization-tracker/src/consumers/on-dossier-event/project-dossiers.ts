import { decide, evolve, isRefusal, noDigitization, type DigitizationEvent, type OpenDigitization } from '@motcua/digitization';
import type { BatchItem, Transaction } from '@motcua/kafka';
import { NOW } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { toSubject, type DocumentRow } from '../../documents/document-row.ts';
import { readDocuments, writeDocuments } from '../../documents/document.store.ts';
import { removeOthers } from '../../documents/file.store.ts';
import { insertEvents, toPublishedEvent, type EventRow } from '../../documents/to-published-event.ts';
import { DocumentLists } from './document-lists.ts';
import type { ConsumedEvent } from './dossier-event.ts';

/** Follows the dossier log: a received dossier gets its checklist, every later event its new place, a batch a transaction. */
@Injectable()
export class DossierProjection {
  constructor(
    private readonly lists: DocumentLists,
    @Inject(NOW) private readonly now: () => number = Date.now,
  ) {}

  async follow(transaction: Transaction, items: readonly BatchItem<ConsumedEvent>[]): Promise<void> {
    const ids = [...new Set(items.map(({ value }) => value.snapshot.dossierId))];
    const rows = await readDocuments(transaction, ids);
    const changed = new Set<string>();
    const corrected = new Set<string>();
    const events: EventRow[] = [];
    for (const { value } of items) {
      const { dossierId } = value.snapshot;
      const before = rows.get(dossierId);
      // Every event carries the whole state: what is not newer is nothing new.
      if ((before?.subject.dossierVersion ?? 0) >= value.snapshot.dossierVersion) continue;
      const folded = this.#fold(before, value);
      rows.set(dossierId, folded.row);
      changed.add(dossierId);
      if (folded.event !== undefined) {
        events.push(toPublishedEvent({ event: folded.event, after: folded.row, officer: null, recordedAt: this.now() }));
        if (before !== undefined) corrected.add(dossierId);
      }
    }
    await writeDocuments(
      transaction,
      [...rows].filter(([id]) => changed.has(id)).map(([, row]) => row),
    );
    for (const id of corrected) {
      const documents = rows.get(id)?.documents;
      if (documents === undefined) continue;
      await removeOthers(transaction, id, { documents, because: 'corrected', at: new Date(this.now()) });
    }
    await insertEvents(transaction, events);
  }

  #fold(before: DocumentRow | undefined, { snapshot, occurredAt }: ConsumedEvent) {
    const subject = toSubject(snapshot);
    if (before !== undefined && !isOther(before, subject))
      return { row: { subject, documents: before.documents }, event: undefined };
    const state = before?.documents ?? noDigitization;
    const list = this.lists.find(snapshot);
    const decision = decide(state, { type: 'make-checklist', occurredAt, list, channel: snapshot.channel });
    if (isRefusal(decision)) throw new Error(`a checklist was refused: ${decision.refused}`);
    const [event]: readonly (DigitizationEvent | undefined)[] = decision;
    const after = event === undefined ? state : evolve(state, event);
    // Made from nothing or kept: a checklist there is.
    return { row: { subject, documents: after as OpenDigitization }, event };
  }
}

/** What a checklist rests on is another than was recorded. */
const isOther = ({ subject }: DocumentRow, next: DocumentRow['subject']): boolean =>
  subject.procedure !== next.procedure || subject.channel !== next.channel;
