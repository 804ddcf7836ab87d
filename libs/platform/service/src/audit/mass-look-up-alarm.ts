import { findMassLookUps } from '@motcua/audit';
import type { AuditAlarm } from '@motcua/contracts';
import type { ProducerPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';

export interface MassLookUpAlarmOptions {
  readonly pool: Pool;
  readonly producer: ProducerPort;
  readonly topic: string;
  readonly service: string;
  readonly logger: Logger;
}

const HOUR_MS = 3_600_000;

/**
 * Says when somebody looks at more people than a desk sees: into the log of the process at once, and on a topic, by which notification
 * tells who leads their unit. Once an hour of each; what Kafka did not take is said again with their next entry.
 */
export class MassLookUpAlarm {
  readonly #said = new Map<string, number>();

  constructor(private readonly options: MassLookUpAlarmOptions) {}

  /** @param readers people of whom something that they read was just sealed */
  async look(readers: readonly string[], nowMs = Date.now()): Promise<void> {
    for (const [sub, atMs] of this.#said) if (atMs <= nowMs - HOUR_MS) this.#said.delete(sub);
    const { pool, producer, topic, service, logger } = this.options;
    const found = await findMassLookUps(
      toTransaction(pool),
      readers.filter((sub) => !this.#said.has(sub)),
    );
    for (const one of found) {
      logger.warn({ ...one }, 'somebody looks at more people than a desk sees');
      const alarm: AuditAlarm = { kind: 'mass-look-up', service, ...one, at: new Date(nowMs).toISOString() };
      await producer.send(topic, [{ key: service, value: JSON.stringify(alarm) }]);
      this.#said.set(one.sub, nowMs);
    }
  }
}
