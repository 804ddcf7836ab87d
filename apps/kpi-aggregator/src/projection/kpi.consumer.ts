import { BatchHandler, BatchHandlerContext, type BatchItem, type IncomingMessage, type StepResult } from '@motcua/kafka';
import { Controller, type Type } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { DigitizationEvent } from '../events/digitization-event.ts';
import type { EnrichmentEvent } from '../events/enrichment-event.ts';
import type { OverdueCauseEvent } from '../events/overdue-cause-event.ts';
import { projectedTopics, type KafkaNames } from '../kafka-names.ts';
import { UpdatePublisher } from '../updates/update-publisher.ts';
import { shardOf } from './cells/shard-of.ts';
import { DocumentProjector } from './documents/project-documents.ts';
import { stepDigitizationEvent } from './documents/step-digitization-event.ts';
import { PROJECTION, readEvents, stepDossierEvent, type LabelledEvent } from './kpi-projection.ts';
import { EventProjector, type Projected } from './project-events.ts';
import type { EnrichmentProjector } from './enrichment/enrichment-projector.ts';
import { enterActiveTableSet } from './table-set.ts';
import { OverdueCauseProjector } from './overdue-causes/project-overdue-causes.ts';
import { stepSlaEvent } from './overdue-causes/step-sla-event.ts';

type Items<Value> = readonly BatchItem<Value>[];
type AnyEvent = LabelledEvent | OverdueCauseEvent | DigitizationEvent;

/**
 * The controller that projects three streams into facts and cells, a batch a transaction: dossier events, the overdue causes among the
 * clocks' events, and what becomes of documents. One projection with one group, so that lag, dead letters and a rebuild mean everything
 * a figure is made of.
 */
export function createKpiConsumer(names: KafkaNames): Type {
  function step(message: IncomingMessage): StepResult<AnyEvent> {
    if (message.topic === names.slaEvents) return stepSlaEvent(message);
    return message.topic === names.digitizationEvents ? stepDigitizationEvent(message) : stepDossierEvent(message);
  }

  @Controller()
  class KpiConsumer {
    constructor(
      private readonly projector: EventProjector,
      private readonly causes: OverdueCauseProjector,
      private readonly documents: DocumentProjector,
      private readonly updates: UpdatePublisher,
    ) {}

    // Every event of a stream carries all it has to say of a dossier: the next one replaces one that could not be read.
    @BatchHandler({ projection: PROJECTION, topics: projectedTopics(names), afterParking: 'supersede', step })
    async project(@Payload() items: Items<AnyEvent>, @Ctx() context: BatchHandlerContext): Promise<void> {
      const { units } = await this.#project(items, context);
      context.afterCommit(() => {
        this.updates.publish(units);
      });
    }

    /** A batch is of one topic, and `step` made its items by it. */
    #project(items: Items<AnyEvent>, context: BatchHandlerContext): Promise<Projected> {
      switch (context.batch.topic) {
        case names.slaEvents:
          return this.#projectBeside(this.causes, items as Items<OverdueCauseEvent>, context);
        case names.digitizationEvents:
          return this.#projectBeside(this.documents, items as Items<DigitizationEvent>, context);
        default:
          return this.#projectEvents(items as Items<LabelledEvent>, context);
      }
    }

    async #projectEvents(items: Items<LabelledEvent>, { transaction, batch }: BatchHandlerContext): Promise<Projected> {
      const tableSet = await enterActiveTableSet(transaction, 'others');
      return this.projector.project(transaction, tableSet, shardOf(batch.partition), readEvents(items));
    }

    async #projectBeside<Event extends EnrichmentEvent>(
      projector: EnrichmentProjector<Event>,
      items: Items<Event>,
      { transaction, batch }: BatchHandlerContext,
    ): Promise<Projected> {
      const tableSet = await enterActiveTableSet(transaction, 'nobody');
      const events = items.map(({ value }) => value);
      return projector.project(transaction, tableSet, shardOf(batch.partition), events);
    }
  }
  return KpiConsumer;
}
