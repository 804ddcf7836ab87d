import { topics } from '@motcua/contracts';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { LogGate } from '../dossiers/log-gate.ts';

/** Lets the digests of a unit's day out only when everything recorded before they were first wanted is known. */
@Injectable()
export class DigestGate {
  readonly #log: LogGate;

  constructor(@Inject(POOL) pool: Pool) {
    this.#log = new LogGate(pool, topics.dossierEvents.partitions);
  }

  isOpen(unit: string, date: string): Promise<boolean> {
    return this.#log.isOpen(`${unit} ${date}`);
  }

  /** How many units' digests wait, and since when the first does (ISO 8601). */
  get waiting(): { readonly units: number; readonly since: string | undefined } {
    const { count, since } = this.#log.waiting;
    return { units: count, since };
  }
}
