import { forgetOldAnswers, type HealthChecks } from '@motcua/http';
import type { KafkaClientPort, NewTopic, ProducerPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import type { Relay } from '@motcua/outbox';
import { inTransaction } from '@motcua/postgres';
import { BackgroundLoop, untilKafkaAnswers, type ReferenceFollower } from '@motcua/service';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import type { ImportSessions } from './import-sessions/import-sessions.ts';
import type { CalendarChangeWorker } from './calendar-change/calendar-change-worker.ts';

export interface LifecycleParts {
  readonly pool: Pool;
  readonly client: KafkaClientPort;
  readonly producer: ProducerPort;
  readonly relay: Relay;
  readonly follower: ReferenceFollower;
  readonly changes: CalendarChangeWorker;
  readonly sessions: ImportSessions;
  readonly health: HealthChecks;
  readonly logger: Logger;
  readonly events: NewTopic;
}

const HOUR_MS = 3_600_000;
/** How often open sessions are looked at; within this time after its silence an abandoned one ends. */
const SESSIONS_REST_MS = 30_000;
/** Who repeats a request does so within two days. */
const ANSWERS_KEPT_HOURS = 48;

/** Starts and stops what works in the background. The service listens at once and says what it still waits for. */
export class IntakeLifecycle implements OnModuleInit, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly sessions: BackgroundLoop;

  constructor(private readonly parts: LifecycleParts) {
    const turn = async (): Promise<number> => {
      await parts.sessions.endSilent();
      return SESSIONS_REST_MS;
    };
    this.sessions = new BackgroundLoop({ name: 'import-sessions', turn, logger: parts.logger });
  }

  onModuleInit(): void {
    const { health, pool, relay, follower } = this.parts;
    health.add('database', async () => {
      await pool.query('SELECT 1 FROM dossier LIMIT 1');
      return { ready: true };
    });
    health.add('reference', () => follower.report());
    health.add('relay', () => relay.healthReport());
    void this.start();
    this.sessions.start();
    const sweep = setInterval(() => void this.forgetAnswers(), HOUR_MS).unref();
    this.stopping.signal.addEventListener('abort', () => {
      clearInterval(sweep);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    const { relay, follower, changes, producer, client, pool } = this.parts;
    await Promise.allSettled([relay.stop(), follower.stop(), changes.stop(), this.sessions.stop()]);
    await Promise.allSettled([producer.close(), pool.end()]);
    await client.close();
  }

  private async start(): Promise<void> {
    const { client, events, relay, follower, logger } = this.parts;
    const patience = { signal: this.stopping.signal, logger };
    await untilKafkaAnswers(() => client.admin.createTopics([events]), patience);
    if (this.stopping.signal.aborted) return;
    relay.start();
    await untilKafkaAnswers(() => follower.start(), patience);
  }

  private async forgetAnswers(): Promise<void> {
    const { pool, logger } = this.parts;
    try {
      while ((await inTransaction(pool, (transaction) => forgetOldAnswers(transaction, ANSWERS_KEPT_HOURS))) > 0);
    } catch (err) {
      logger.warn({ err }, 'old answers to idempotency keys stay for now');
    }
  }
}
