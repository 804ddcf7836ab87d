import type { Actor } from '@motcua/auth';
import { decide, evolve, isRefusal, type DigitizationCommand, type DigitizationEvent } from '@motcua/digitization';
import { inTransaction, type Transaction } from '@motcua/postgres';
import type { Transaction as PlainTransaction } from '@motcua/kafka';
import { NOW, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { lockDossier, lockForCommand } from '../outbox/order-locks.ts';
import { dossierUnknown, refused } from '../http/problems.ts';
import { requireDigitize } from '../http/unit-access.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import type { DocumentRow } from './document-row.ts';
import { readDocuments, writeDocuments } from './document.store.ts';
import { insertFiles, removeOthers, type FileRow } from './file.store.ts';
import { insertEvents, toPublishedEvent } from './to-published-event.ts';

/** The command, once the dossier is held, with the file it attaches. */
export interface Instruction {
  readonly command: DigitizationCommand;
  readonly file?: FileRow;
}

export interface Handled {
  readonly row: DocumentRow;
  /** Undefined: nothing was left to do. */
  readonly event: DigitizationEvent | undefined;
}

/** Commands on the documents of a dossier: load, decide, write and tell, in one transaction that holds the dossier. */
@Injectable()
export class DocumentService {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly data: ReferenceData,
    @Inject(NOW) private readonly now: () => number = Date.now,
  ) {}

  /** Opens a transaction that may write of these dossiers. */
  transact<Result>(dossierIds: readonly string[], work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return inTransaction(this.pool, async (transaction) => {
      await transaction.query(lockForCommand);
      // In one order, so that two who want the same two do not wait for each other.
      for (const dossierId of [...new Set(dossierIds)].sort()) await transaction.query(lockDossier, [dossierId]);
      return work(transaction);
    });
  }

  /**
   * In a transaction of `transact`.
   *
   * @throws ProblemError 404 `dossier.unknown`, 403, or the refusal
   */
  async handle(
    transaction: Transaction,
    actor: Actor,
    dossierId: string,
    instruct: (row: DocumentRow, now: number) => Promise<Instruction> | Instruction,
  ): Promise<Handled> {
    const before = await this.#get(transaction, actor, dossierId);
    const now = this.now();
    const { command, file } = await instruct(before, now);
    const decision = decide(before.documents, command);
    if (isRefusal(decision)) throw refused(decision.refused);
    const [event] = decision;
    if (event === undefined) return { row: before, event };
    const row = after(before, event);
    await writeDocuments(transaction, [row]);
    await removeOthers(transaction, dossierId, { documents: row.documents, because: event.type, at: new Date(now) });
    if (file !== undefined) await insertFiles(transaction, [file]);
    await insertEvents(transaction, [toPublishedEvent({ event, after: row, officer: actor.sub, recordedAt: now, file })]);
    return { row, event };
  }

  /** Adds to the history of a dossier of `transact` what was done with it from another one. Who may do that has been judged there. */
  async note(transaction: Transaction, dossierId: string, event: DigitizationEvent, officer: string): Promise<void> {
    const before = (await readDocuments(transaction, [dossierId])).get(dossierId);
    if (before === undefined) throw new Error(`the dossier ${dossierId} has files and no documents`);
    const row = after(before, event);
    await writeDocuments(transaction, [row]);
    await insertEvents(transaction, [toPublishedEvent({ event, after: row, officer, recordedAt: event.occurredAt })]);
  }

  /** @throws ProblemError 404 `dossier.unknown`, 403 */
  async require(actor: Actor, dossierId: string): Promise<void> {
    await inTransaction(this.pool, (transaction) => this.#get(transaction, actor, dossierId));
  }

  /** Whether a command would be taken as things stand, before anybody sends fifty megabytes for it. @throws as `handle` */
  async dryRun(actor: Actor, dossierId: string, instruct: (row: DocumentRow) => DigitizationCommand): Promise<void> {
    const row = await inTransaction(this.pool, (transaction) => this.#get(transaction, actor, dossierId));
    const decision = decide(row.documents, instruct(row));
    if (isRefusal(decision)) throw refused(decision.refused);
  }

  async #get(transaction: PlainTransaction, actor: Actor, dossierId: string): Promise<DocumentRow> {
    const row = (await readDocuments(transaction, [dossierId])).get(dossierId);
    if (row === undefined) throw dossierUnknown();
    requireDigitize(this.data, actor, row.subject);
    return row;
  }
}

function after({ subject, documents: before }: DocumentRow, event: DigitizationEvent): DocumentRow {
  const documents = evolve(before, event);
  if (documents.status === 'none') throw new Error('an event unmade a checklist');
  return { subject, documents };
}
