import { FieldReader } from '@motcua/contracts';
import { ConsumerOffsetStore, readProjectionLag, type RebuildProgress } from '@motcua/kafka';
import { inTransaction, toTransaction, type Transaction } from '@motcua/postgres';
import { POOL, type Rebuilder } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { readDigitizationEvent } from '../../events/digitization-event.ts';
import { toDossierEvent } from '../../events/dossier-event.ts';
import { readInstitutionalEvent } from '../../events/institutional-event.ts';
import { readOverdueCauseEvent } from '../../events/overdue-cause-event.ts';
import { readRatingEvent } from '../../events/rating-event.ts';
import { DocumentProjector } from '../../projection/documents/project-documents.ts';
import { InstitutionalProjector } from '../../projection/institutional/project-institutional.ts';
import { OverdueCauseProjector } from '../../projection/overdue-causes/project-overdue-causes.ts';
import { mayMoveByType } from '../../consumers/on-dossier-event/may-move.ts';
import { EventProjector } from '../../projection/project-events.ts';
import { PROJECTED, PROJECTION, type ProjectedLog } from '../../projection/projected-log.ts';
import type { Projected } from '../../projection/projected.ts';
import { RatingProjector } from '../../projection/ratings/project-ratings.ts';
import { getActiveTableSet, otherTableSet, setActiveTableSet, type TableSet } from '../../projection/table-set.ts';
import { causeLog, documentLog, institutionalLog, ratingLog } from '../logs/enrichment-log.ts';
import { countEnrichmentLog, readEnrichmentLog } from '../logs/read-enrichment-log.ts';
import { countEvents, readEventLog } from '../logs/read-event-log.ts';

/** Nobody else writes the idle table set; a shard that the consumer goes on with afterwards, so that no cell is kept twice. */
const REBUILD_SHARD = 0;

type LogEnds = Parameters<ConsumerOffsetStore['overwrite']>[1];

/** What is on the logs, chunk by chunk, and how a chunk becomes facts. */
interface Stream<Event> {
  readonly chunks: AsyncIterable<readonly Logged[]>;
  readonly parse: (body: unknown) => Event;
  /** Whether later events of the key wait behind one that cannot be parsed; they do not unless told. */
  readonly holds?: (body: unknown) => boolean;
  readonly project: (transaction: Transaction, events: readonly Event[]) => Promise<Projected>;
}

interface Logged {
  /** The key of the event's record: a dossier, or the code of an entry. */
  readonly key: string;
  readonly body: unknown;
}

/**
 * Builds the idle table set anew, from intake's event log, the clocks' overdue causes, the documents, the ratings and the catalogue's institutional figures, and turns to it. The
 * ends of the topics are noted first: whatever is published later is consumed from there on, and what is met twice is not newer than
 * what is stored.
 */
@Injectable()
export class FigureRebuilder implements Rebuilder {
  readonly #offsets = new ConsumerOffsetStore('kpi');

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(PROJECTED) private readonly log: ProjectedLog,
    private readonly events: EventProjector,
    private readonly causes: OverdueCauseProjector,
    private readonly documents: DocumentProjector,
    private readonly ratings: RatingProjector,
    private readonly institutional: InstitutionalProjector,
  ) {}

  async count(): Promise<number> {
    const beside = [causeLog, documentLog, ratingLog, institutionalLog];
    const counts = await Promise.all([countEvents(this.pool), ...beside.map((log) => countEnrichmentLog(this.pool, log))]);
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async rebuild(progress: RebuildProgress): Promise<void> {
    const ends = await this.#noteLogEnds();
    const idle = otherTableSet(await getActiveTableSet(toTransaction(this.pool)));
    await this.pool.query(`TRUNCATE kpi.fact_${idle}, kpi.cell_${idle}, kpi.rating_${idle}, kpi.institutional_${idle}`);
    const unreadable = new Set<string>();
    await this.#fold(progress, unreadable, {
      chunks: readEventLog(this.pool),
      parse: toDossierEvent,
      holds: mayMoveByType,
      project: (transaction, them) => this.events.project(transaction, idle, REBUILD_SHARD, them),
    });
    await this.#fold(progress, unreadable, {
      chunks: readEnrichmentLog(this.pool, causeLog),
      parse: (body) => readOverdueCauseEvent(new FieldReader(body, '')),
      project: (transaction, them) => this.causes.project(transaction, idle, REBUILD_SHARD, them),
    });
    await this.#fold(progress, unreadable, {
      chunks: readEnrichmentLog(this.pool, documentLog),
      parse: (body) => readDigitizationEvent(new FieldReader(body, '')),
      project: (transaction, them) => this.documents.project(transaction, idle, REBUILD_SHARD, them),
    });
    await this.#fold(progress, unreadable, {
      chunks: readEnrichmentLog(this.pool, ratingLog),
      parse: (body) => readRatingEvent(new FieldReader(body, '')),
      project: (transaction, them) => this.ratings.project(transaction, idle, them),
    });
    await this.#fold(progress, unreadable, {
      chunks: readEnrichmentLog(this.pool, institutionalLog),
      parse: readInstitutionalEvent,
      project: (transaction, them) => this.institutional.project(transaction, idle, them),
    });
    await this.pool.query(`ANALYZE kpi.fact_${idle}, kpi.cell_${idle}`).catch(() => undefined);
    // While it ran a dossier was counted once a chunk that it is in.
    progress.dossiers = await this.#countDossiers(idle);
    await this.#turn(idle, ends, unreadable);
  }

  async #countDossiers(tableSet: TableSet): Promise<number> {
    const { rows } = await this.pool.query<{ dossiers: number }>(
      `SELECT count(*)::int AS dossiers FROM kpi.fact_${tableSet} WHERE span = 0 AND version > 0`,
    );
    return rows[0]?.dossiers ?? 0;
  }

  async #noteLogEnds(): Promise<LogEnds> {
    const positions = await readProjectionLag(toTransaction(this.pool), {
      ...this.log,
      schema: 'kpi',
      projection: PROJECTION,
    });
    return positions.map(({ identity, range }) => ({ identity, nextOffset: range.end }));
  }

  async #fold<Event>(
    progress: RebuildProgress,
    unreadable: Set<string>,
    { chunks, parse, holds, project }: Stream<Event>,
  ): Promise<void> {
    const held = new Set<string>();
    for await (const chunk of chunks) {
      const events: Event[] = [];
      for (const { key, body } of chunk) {
        if (held.has(key)) continue;
        try {
          events.push(parse(body));
        } catch {
          unreadable.add(key);
          if (holds?.(body) === true) held.add(key);
        }
      }
      const { dossiers } = await inTransaction(this.pool, (transaction) => project(transaction, events));
      progress.events += chunk.length;
      progress.dossiers += dossiers;
      progress.unreadable += chunk.length - events.length;
    }
  }

  /**
   * Cursors first: that waits for the batch in hand of each partition and refuses every later one, whose consumer then reads on
   * from the noted end, in the new table set.
   */
  async #turn(tableSet: TableSet, ends: LogEnds, unreadable: ReadonlySet<string>): Promise<void> {
    await inTransaction(this.pool, async (transaction) => {
      await this.#offsets.overwrite(transaction, ends);
      await setActiveTableSet(transaction, tableSet);
      // What was parked behind the noted ends is met again: it is not settled by what the log said before.
      await transaction.query(
        `UPDATE kpi.dlq_event AS parked SET status = 'superseded', resolved_at = now(), resolved_by = 'a rebuild'
         WHERE projection = $1 AND status = 'parked' AND (key = ANY($2::text[])) IS NOT TRUE AND NOT EXISTS (
           SELECT FROM unnest($3::text[], $4::text[], $5::int[], $6::bigint[]) AS noted (cluster_id, topic_id, partition, "end")
           WHERE (noted.cluster_id, noted.topic_id, noted.partition) = (parked.cluster_id, parked.topic_id, parked.partition)
             AND parked."offset" >= noted."end")`,
        [
          PROJECTION,
          [...unreadable],
          ends.map(({ identity }) => identity.clusterId),
          ends.map(({ identity }) => identity.topicId),
          ends.map(({ identity }) => identity.partition),
          ends.map(({ nextOffset }) => nextOffset.toString()),
        ],
      );
    });
  }
}
