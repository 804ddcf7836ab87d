import { BatchHandler, BatchHandlerContext, TopicTable, type BatchItem } from '@motcua/kafka';
import type { Transaction } from '@motcua/postgres';
import { Controller, type Type } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EnrichmentEvent } from '../events/enrichment-event.ts';
import { shardOf } from '../projection/cells/shard-of.ts';
import { DocumentProjector } from '../projection/documents/project-documents.ts';
import type { EnrichmentProjector } from '../projection/enrichment/enrichment-projector.ts';
import { InstitutionalProjector } from '../projection/institutional/project-institutional.ts';
import { OverdueCauseProjector } from '../projection/overdue-causes/project-overdue-causes.ts';
import { EventProjector } from '../projection/project-events.ts';
import { PROJECTION, type ProjectedNames } from '../projection/projected-log.ts';
import type { Projected } from '../projection/projected.ts';
import { RatingProjector } from '../projection/ratings/project-ratings.ts';
import { enterActiveTableSet, type TableSet } from '../projection/table-set.ts';
import { stepDigitizationEvent } from './on-digitization-event/step-digitization-event.ts';
import { mayMove } from './on-dossier-event/may-move.ts';
import { readEvents } from './on-dossier-event/read-events.ts';
import { stepDossierEvent, type LabelledEvent } from './on-dossier-event/step-dossier-event.ts';
import { stepInstitutionalEvent } from './on-institutional-event/step-institutional-event.ts';
import { stepRatingEvent } from './on-rating-event/step-rating-event.ts';
import { stepSlaEvent } from './on-sla-event/step-sla-event.ts';
import { UpdatePublisher } from './update-publisher.ts';

type Items<Value> = readonly BatchItem<Value>[];

/** Who projects which stream. */
interface Projectors {
  readonly projector: EventProjector;
  readonly causes: OverdueCauseProjector;
  readonly documents: DocumentProjector;
  readonly ratings: RatingProjector;
  readonly institutional: InstitutionalProjector;
}

/** A stream each: what a message of it is, and who projects it. */
const createTable = (names: ProjectedNames): TopicTable<Projectors, Projected> =>
  new TopicTable<Projectors, Projected>()
    .on(names.dossierEvents, {
      step: stepDossierEvent,
      afterParking: ({ value }) => (mayMove(value) ? 'hold' : 'supersede'),
      apply: ({ projector }, items, context) => projectEvents(projector, items, context),
    })
    .on(names.slaEvents, {
      step: stepSlaEvent,
      apply: ({ causes }, items, context) => projectEnrichment(causes, items, context),
    })
    .on(names.digitizationEvents, {
      step: stepDigitizationEvent,
      apply: ({ documents }, items, context) => projectEnrichment(documents, items, context),
    })
    .on(names.ratingEvents, {
      step: stepRatingEvent,
      apply: ({ ratings }, items, context) => projectBeside(ratings, items, context),
    })
    .on(names.institutional, {
      step: stepInstitutionalEvent,
      apply: ({ institutional }, items, context) => projectBeside(institutional, items, context),
    });

async function projectEvents(
  projector: EventProjector,
  items: Items<LabelledEvent>,
  context: BatchHandlerContext,
): Promise<Projected> {
  const { transaction, batch } = context;
  const tableSet = await enterActiveTableSet(transaction, 'shared');
  return projector.project(transaction, tableSet, shardOf(batch.partition), readEvents(items, batch));
}

async function projectEnrichment<Event extends EnrichmentEvent>(
  projector: EnrichmentProjector<Event>,
  items: Items<Event>,
  { transaction, batch }: BatchHandlerContext,
): Promise<Projected> {
  const tableSet = await enterActiveTableSet(transaction, 'exclusive');
  const events = items.map(({ value }) => value);
  return projector.project(transaction, tableSet, shardOf(batch.partition), events);
}

/** What no fact and no cell is made of: each topic has tables of its own, and a key comes by one partition. */
async function projectBeside<Event>(
  projector: { project(database: Transaction, tableSet: TableSet, events: readonly Event[]): Promise<Projected> },
  items: Items<Event>,
  { transaction }: BatchHandlerContext,
): Promise<Projected> {
  const tableSet = await enterActiveTableSet(transaction, 'shared');
  return projector.project(
    transaction,
    tableSet,
    items.map(({ value }) => value),
  );
}

/**
 * The controller that projects five streams, a batch a transaction: dossier events, the overdue causes among the clocks' events, and what
 * becomes of documents, into facts and cells; ratings and institutional figures, into tables of their own. One projection with one group, so that lag, dead letters and a rebuild mean everything
 * a figure is made of.
 */
export function createKpiConsumer(names: ProjectedNames): Type {
  const table = createTable(names);

  @Controller()
  class KpiConsumer implements Projectors {
    constructor(
      readonly projector: EventProjector,
      readonly causes: OverdueCauseProjector,
      readonly documents: DocumentProjector,
      readonly ratings: RatingProjector,
      readonly institutional: InstitutionalProjector,
      private readonly updates: UpdatePublisher,
    ) {}

    // Every event of a stream carries all it has to say of a dossier: the next one replaces one that could not be read. But when
    // responsibility moved is said once, and what comes after waits behind it.
    @BatchHandler({ projection: PROJECTION, topics: table.topics, afterParking: table.afterParking, step: table.step })
    async project(@Payload() items: Items<unknown>, @Ctx() context: BatchHandlerContext): Promise<void> {
      const { units } = await table.apply(this, items, context);
      context.afterCommit(() => {
        this.updates.publish(units);
      });
    }
  }
  return KpiConsumer;
}
