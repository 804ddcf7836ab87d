import { ConsumerOffsetStore, readProjectionLag, type KafkaClientPort } from '@motcua/kafka';
import { inTransaction, toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { toTransportTransaction } from '../database/to-transport-transaction.ts';
import type { DossierEvent } from '../events/dossier-event.ts';
import { toDossierEvent } from '../events/parse-dossier-event.ts';
import { PROJECTION } from '../projection/kpi-projection.ts';
import type { EventProjector } from '../projection/project-events.ts';
import { getActiveSlot, otherSlot, setActiveSlot, type Slot } from '../projection/slot.ts';
import { readEventLog, type LoggedEvent } from './read-event-log.ts';

/** Nobody else writes the idle slot; a shard that the consumer goes on with afterwards, so that no cell is kept twice. */
const REBUILD_SHARD = 0;

export interface RebuildProgress {
  events: number;
  dossiers: number;
  unreadable: number;
}

type LogEnds = Parameters<ConsumerOffsetStore['overwrite']>[1];

/**
 * Builds facts and cells anew from intake's event log in the idle slot, and turns to it. The ends of the topic are noted first:
 * whatever is published later is consumed from there on, and what is met twice is not newer than what is stored.
 */
export class Rebuilder {
  readonly #pool: Pool;
  readonly #client: KafkaClientPort;
  readonly #topic: string;
  readonly #projector: EventProjector;
  readonly #offsets = new ConsumerOffsetStore('kpi');

  constructor(pool: Pool, client: KafkaClientPort, topic: string, projector: EventProjector) {
    this.#pool = pool;
    this.#client = client;
    this.#topic = topic;
    this.#projector = projector;
  }

  async rebuild(progress: RebuildProgress): Promise<void> {
    const ends = await this.#noteLogEnds();
    const idle = otherSlot(await getActiveSlot(toTransaction(this.#pool)));
    await this.#pool.query(`TRUNCATE kpi.fact_${idle}, kpi.cell_${idle}`);
    const unreadable = new Set<string>();
    for await (const chunk of readEventLog(this.#pool)) await this.#project(idle, chunk, progress, unreadable);
    await this.#pool.query(`ANALYZE kpi.fact_${idle}, kpi.cell_${idle}`).catch(() => undefined);
    // While it ran a dossier was counted once a chunk that it is in.
    progress.dossiers = await this.#countDossiers(idle);
    await this.#turn(idle, ends, unreadable);
  }

  async #countDossiers(slot: Slot): Promise<number> {
    const { rows } = await this.#pool.query<{ dossiers: number }>(
      `SELECT count(*)::int AS dossiers FROM kpi.fact_${slot} WHERE span = 0`,
    );
    return rows[0]?.dossiers ?? 0;
  }

  async #noteLogEnds(): Promise<LogEnds> {
    const positions = await readProjectionLag(toTransportTransaction(toTransaction(this.#pool)), {
      client: this.#client,
      schema: 'kpi',
      projection: PROJECTION,
      topics: [this.#topic],
    });
    return positions.map(({ identity, range }) => ({ identity, nextOffset: range.end }));
  }

  async #project(slot: Slot, chunk: readonly LoggedEvent[], progress: RebuildProgress, unreadable: Set<string>): Promise<void> {
    const events = chunk.flatMap((logged) => readEvent(logged, unreadable));
    const { dossiers } = await inTransaction(this.#pool, (transaction) =>
      this.#projector.project(transaction, slot, REBUILD_SHARD, events),
    );
    progress.events += chunk.length;
    progress.dossiers += dossiers;
    progress.unreadable += chunk.length - events.length;
  }

  /**
   * Cursors first: that waits for the batch in hand of each partition and refuses every later one, whose consumer then reads on
   * from the noted end, in the new slot.
   */
  async #turn(slot: Slot, ends: LogEnds, unreadable: ReadonlySet<string>): Promise<void> {
    await inTransaction(this.#pool, async (transaction) => {
      await this.#offsets.overwrite(toTransportTransaction(transaction), ends);
      await setActiveSlot(transaction, slot);
      await transaction.query(
        `UPDATE kpi.dlq_event SET status = 'superseded', resolved_at = now(), resolved_by = 'a rebuild'
         WHERE projection = $1 AND status = 'parked' AND (key = ANY($2::text[])) IS NOT TRUE`,
        [PROJECTION, [...unreadable]],
      );
    });
  }
}

function readEvent({ dossier_id: dossierId, body }: LoggedEvent, unreadable: Set<string>): readonly DossierEvent[] {
  try {
    return [toDossierEvent(body)];
  } catch {
    unreadable.add(dossierId);
    return [];
  }
}
