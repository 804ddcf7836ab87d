import { Injectable } from '@nestjs/common';
import type { EncryptedTable } from './encrypted-table.ts';

/** Everything that is encrypted in a service, added by the parts that write it. What is not here is not rotated, and its key could never go. */
@Injectable()
export class EncryptedTables {
  readonly #tables: EncryptedTable[] = [];

  add(table: EncryptedTable): void {
    this.#tables.push(table);
  }

  /** In the order of their names, so that a rotation goes on where it was. */
  list(): readonly EncryptedTable[] {
    return this.#tables.toSorted((one, other) => (one.table < other.table ? -1 : 1));
  }
}
