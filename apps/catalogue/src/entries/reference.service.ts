import type { Actor } from '@motcua/auth';
import { Code, type ReferenceKind } from '@motcua/contracts';
import { encodeCursor, parseCursor, ProblemError } from '@motcua/http';
import { inTransaction, toTransaction, type Transaction } from '@motcua/postgres';
import type { Relay } from '@motcua/outbox';
import { POOL, RELAY } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { z } from 'zod';
import { codeOf, type ReferenceDocument } from './entry.ts';
import { listEntries } from './list-entries.query.ts';
import { putDocuments, type PutResult } from './put-documents.ts';
import { findHistories } from './reference.store.ts';
import { toReferenceProblem } from './refusal.ts';
import type { EntryView, PageQuery } from './views.ts';

export interface PutRequest {
  readonly code: string;
  readonly document: ReferenceDocument;
  readonly actor: Actor;
}

/** What the controllers share: reads go to the pool, writes are one transaction each, and wake the relay. */
@Injectable()
export class ReferenceService {
  readonly #reads: Transaction;

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(RELAY) private readonly relay: Relay,
  ) {
    this.#reads = toTransaction(pool);
  }

  async list(kind: ReferenceKind, { at, cursor, limit }: z.infer<typeof PageQuery>) {
    const after = cursor === undefined ? undefined : parseCursor(cursor, Code);
    const found = await listEntries(this.#reads, { kind, at, after, limit: limit + 1 });
    const entries = found.slice(0, limit);
    const last = entries.at(-1);
    return { entries, next: found.length > limit && last !== undefined ? encodeCursor(last.code) : null };
  }

  async get(kind: ReferenceKind, code: string, at?: string): Promise<EntryView> {
    const [entry] = await listEntries(this.#reads, { kind, code, at, limit: 1 });
    if (entry === undefined) throw notThere(kind, code, at);
    return entry;
  }

  async getHistory(kind: ReferenceKind, code: string) {
    const versions = (await findHistories(this.#reads, kind, [code])).get(code);
    if (versions === undefined) throw notThere(kind, code);
    return { kind, code, versions };
  }

  async put(kind: ReferenceKind, { code, document, actor }: PutRequest): Promise<{ entry: EntryView; changed: boolean }> {
    if (codeOf(document) !== code) {
      const detail = `The document is about "${codeOf(document)}", the path about "${code}".`;
      throw toReferenceProblem({ code: 'reference.code-mismatch', detail }, code);
    }
    const [result] = await this.#write(kind, [document], actor);
    if (result === undefined) throw new Error('one document gives one result');
    return { entry: { kind, code, ...result.version }, changed: result.changed };
  }

  async putMany(kind: ReferenceKind, documents: readonly ReferenceDocument[], actor: Actor) {
    const results = await this.#write(kind, documents, actor);
    return { results: results.map(({ code, version, changed }) => ({ code, version: version.version, changed })) };
  }

  async #write(kind: ReferenceKind, documents: readonly ReferenceDocument[], actor: Actor): Promise<PutResult[]> {
    // The controller has validated the documents by the schema of this very kind.
    const results = await inTransaction(this.pool, (transaction) => putDocuments(transaction, kind, documents, actor.sub));
    if (results.some(({ changed }) => changed)) this.relay.wake();
    return results;
  }
}

function notThere(kind: ReferenceKind, code: string, at?: string): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'reference.not-found',
    titles: { vi: 'Không có trong danh mục', en: 'Not in the catalogue' },
    detail: `${kind} has no "${code}"${at === undefined ? '' : ` that holds on ${at}`}.`,
  });
}
