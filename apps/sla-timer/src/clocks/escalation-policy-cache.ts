import { POOL } from '@motcua/service';
import type { ClockRule, ScheduledEscalation } from '@motcua/sla';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { MAX_PLACES } from './packed-escalation.ts';

/** The escalation steps of a clock as they are kept: what a clock points at by number. */
export interface EscalationPolicy {
  readonly rungs: readonly string[];
  readonly kinds: readonly ScheduledEscalation['kind'][];
}

interface Row {
  readonly id: number;
  readonly rungs: string[];
  readonly kinds: ScheduledEscalation['kind'][];
}

/**
 * Escalation policies by number. Rows are added outside of the consumer's transaction and never changed, so that a number once known stays
 * right; a clock keeps the escalation policy it was scheduled with when the rule set changes.
 */
@Injectable()
export class EscalationPolicyCache {
  readonly #idByContent = new Map<string, number>();
  readonly #idByRule = new WeakMap<ClockRule, number>();
  readonly #policies = new Map<number, EscalationPolicy>();

  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /** The number of a rule's escalation policy, kept if it was unknown. */
  async keep(rule: ClockRule): Promise<number> {
    const known = this.#idByRule.get(rule);
    if (known !== undefined) return known;
    const content = JSON.stringify(rule.rungs.map(({ id, at, tell, urgency }) => [id, at.kind, tell, urgency]));
    const id = this.#idByContent.get(content) ?? (await this.#insert(content, rule.rungs.slice(0, MAX_PLACES)));
    this.#idByRule.set(rule, id);
    return id;
  }

  /** @throws where no such escalation policy was ever kept */
  async get(id: number): Promise<EscalationPolicy> {
    const known = this.#policies.get(id);
    if (known !== undefined) return known;
    const { rows } = await this.pool.query<Row>('SELECT id, rungs, kinds FROM sla.ladder WHERE id = $1', [id]);
    const [row] = rows;
    if (row === undefined) throw new Error(`there is no escalation policy ${id}`);
    this.#policies.set(id, row);
    return row;
  }

  async #insert(content: string, escalations: ClockRule['rungs']): Promise<number> {
    const { rows } = await this.pool.query<Row>(
      `INSERT INTO sla.ladder (content, rungs, kinds, tells, urgencies) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (content) DO UPDATE SET content = excluded.content RETURNING id, rungs, kinds`,
      [
        content,
        escalations.map(({ id }) => id),
        escalations.map(({ at }) => toKind(at.kind)),
        escalations.map(({ tell }) => JSON.stringify(tell)),
        escalations.map(({ urgency }) => urgency),
      ],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('keeping an escalation policy returned no row');
    this.#policies.set(row.id, row);
    this.#idByContent.set(content, row.id);
    return row.id;
  }
}

const toKind = (kind: ClockRule['rungs'][number]['at']['kind']): ScheduledEscalation['kind'] =>
  kind === 'share' ? 'before' : kind;
