import { POOL } from '@motcua/service';
import type { ClockRule, ScheduledRung } from '@motcua/sla';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { MAX_PLACES } from './packed-rung.ts';

/** The rungs of a clock as they are kept: what a clock points at by number. */
export interface Ladder {
  readonly rungs: readonly string[];
  readonly kinds: readonly ScheduledRung['kind'][];
}

interface Row {
  readonly id: number;
  readonly rungs: string[];
  readonly kinds: ScheduledRung['kind'][];
}

/**
 * Ladders by number. Rows are added outside of the consumer's transaction and never changed, so that a number once known stays
 * right; a clock keeps the ladder it was armed with when the rule set changes.
 */
@Injectable()
export class LadderBook {
  readonly #idByContent = new Map<string, number>();
  readonly #idByRule = new WeakMap<ClockRule, number>();
  readonly #ladders = new Map<number, Ladder>();

  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /** The number of a rule's ladder, kept if it was unknown. */
  async keep(rule: ClockRule): Promise<number> {
    const known = this.#idByRule.get(rule);
    if (known !== undefined) return known;
    const content = JSON.stringify(rule.rungs.map(({ id, at, tell, urgency }) => [id, at.kind, tell, urgency]));
    const id = this.#idByContent.get(content) ?? (await this.#insert(content, rule.rungs.slice(0, MAX_PLACES)));
    this.#idByRule.set(rule, id);
    return id;
  }

  /** @throws where no such ladder was ever kept */
  async get(id: number): Promise<Ladder> {
    const known = this.#ladders.get(id);
    if (known !== undefined) return known;
    const { rows } = await this.pool.query<Row>('SELECT id, rungs, kinds FROM sla.ladder WHERE id = $1', [id]);
    const [row] = rows;
    if (row === undefined) throw new Error(`there is no ladder ${id}`);
    this.#ladders.set(id, row);
    return row;
  }

  async #insert(content: string, rungs: ClockRule['rungs']): Promise<number> {
    const { rows } = await this.pool.query<Row>(
      `INSERT INTO sla.ladder (content, rungs, kinds, tells, urgencies) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (content) DO UPDATE SET content = excluded.content RETURNING id, rungs, kinds`,
      [
        content,
        rungs.map(({ id }) => id),
        rungs.map(({ at }) => toKind(at.kind)),
        rungs.map(({ tell }) => JSON.stringify(tell)),
        rungs.map(({ urgency }) => urgency),
      ],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('keeping a ladder returned no row');
    this.#ladders.set(row.id, row);
    this.#idByContent.set(content, row.id);
    return row.id;
  }
}

const toKind = (kind: ClockRule['rungs'][number]['at']['kind']): ScheduledRung['kind'] => (kind === 'share' ? 'before' : kind);
