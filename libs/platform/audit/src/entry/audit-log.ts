import { createBulkInsert, toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { AuditEntry } from './audit-entry.ts';

const insert = createBulkInsert({
  into: 'audit_entry',
  columns: {
    sub: 'text',
    role: 'text',
    unit: 'text',
    action: 'text',
    route: 'text',
    about: 'text',
    terms: 'text',
    reason: 'text',
    address: 'text',
    request_id: 'text',
  },
});
const MAX_AT_ONCE = 500;

interface Waiting {
  readonly entry: AuditEntry;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Adds to the audit log. What is asked while a statement is on its way goes together with the next: one commit for all of them, so that
 * many readers cost few commits.
 */
export class AuditLog {
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(private readonly pool: Pool) {}

  /** Resolves when the entry is kept: before that nobody is answered. */
  append(entry: AuditEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, resolve, reject });
      if (!this.#isWriting) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MAX_AT_ONCE);
      try {
        await insert(
          toTransaction(this.pool),
          batch.map(({ entry: { requestId, ...entry } }) => ({ ...entry, request_id: requestId })),
        );
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#isWriting = false;
  }
}
