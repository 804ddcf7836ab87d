import { sealEntries, type Seal } from '@motcua/audit';
import type { PublishedSeal } from '@motcua/contracts';
import type { ProducerPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { BackgroundLoop } from '../loops/background-loop.ts';
import type { BackgroundLoops } from '../loops/background-loops.ts';
import type { MassLookUpAlarm } from './mass-look-up-alarm.ts';

export interface AuditSealerOptions {
  readonly pool: Pool;
  readonly producer: ProducerPort;
  readonly topic: string;
  readonly service: string;
  readonly loops: BackgroundLoops;
  readonly alarm: Pick<MassLookUpAlarm, 'look'>;
  readonly logger: Logger;
}

const WITHIN_MS = 1_000;
/** What another instance added before it ended is sealed by the next turn of any. */
const REST_MS = 60_000;

/**
 * Chains what was added to the audit log, within a second, and publishes the end of the chain. A seal that Kafka does not take is
 * not kept for later: the next one stands for all before it.
 */
export class AuditSealer {
  readonly #loop: BackgroundLoop;
  #published = 0;

  constructor(private readonly options: AuditSealerOptions) {
    this.#loop = options.loops.add({ name: 'audit', turn: () => this.turn() });
  }

  /** Something was added. */
  wake(): void {
    this.#loop.wake(WITHIN_MS);
  }

  /** @returns how long to rest */
  async turn(): Promise<number> {
    const { seal, isMore, readers } = await inTransaction(this.options.pool, sealEntries);
    if (seal !== undefined && seal.sequence > this.#published) await this.#publish(seal);
    await this.#look(readers);
    return isMore ? WITHIN_MS : REST_MS;
  }

  /** Sealing goes on where it could not be said. */
  async #look(readers: readonly string[]): Promise<void> {
    await this.options.alarm.look(readers).catch((err: unknown) => {
      this.options.logger.warn({ err }, 'that somebody looks at many people could not be said; it is tried again');
    });
  }

  async #publish(seal: Seal): Promise<void> {
    const { producer, topic, service, logger } = this.options;
    try {
      await producer.send(topic, [{ key: service, value: JSON.stringify({ service, ...seal } satisfies PublishedSeal) }]);
      this.#published = seal.sequence;
    } catch (err) {
      logger.warn({ err, sequence: seal.sequence }, 'a seal of the audit log could not be published; the next one stands for it');
    }
  }
}
