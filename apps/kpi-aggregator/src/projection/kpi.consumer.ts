import { BatchHandler, BatchHandlerContext, type BatchItem, type IncomingMessage, type Verdict } from '@motcua/kafka';
import { Controller, type Type } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { VerdictEvent } from '../events/verdict-event.ts';
import { projectedTopics, type KafkaNames } from '../kafka-names.ts';
import { UpdatePublisher } from '../updates/update-publisher.ts';
import { shardOf } from './cells/shard-of.ts';
import { PROJECTION, readEvents, stepDossierEvent, type LabelledEvent } from './kpi-projection.ts';
import { EventProjector, type Projected } from './project-events.ts';
import { enterActiveSlot } from './slot.ts';
import { VerdictProjector } from './verdicts/project-verdicts.ts';
import { stepSlaEvent } from './verdicts/step-sla-event.ts';

type Items<Value> = readonly BatchItem<Value>[];

/**
 * The controller that projects two streams into facts and cells, a batch a transaction: dossier events, and the verdicts among the
 * clocks' events. One projection with one group, so that lag, dead letters and a rebuild mean everything a figure is made of.
 */
export function createKpiConsumer(names: KafkaNames): Type {
  const isVerdicts = ({ topic }: { topic: string }): boolean => topic === names.slaEvents;
  const step = (message: IncomingMessage): Verdict<LabelledEvent | VerdictEvent> =>
    isVerdicts(message) ? stepSlaEvent(message) : stepDossierEvent(message);

  @Controller()
  class KpiConsumer {
    constructor(
      private readonly projector: EventProjector,
      private readonly verdicts: VerdictProjector,
      private readonly updates: UpdatePublisher,
    ) {}

    // Events carry the whole state, and verdicts the whole verdict: the next one of a dossier replaces one that could not be read.
    @BatchHandler({ projection: PROJECTION, topics: projectedTopics(names), afterParking: 'supersede', step })
    async project(
      @Payload() items: Items<LabelledEvent> | Items<VerdictEvent>,
      @Ctx() context: BatchHandlerContext,
    ): Promise<void> {
      // a batch is of one topic, and `step` made its items by it
      const { units } = isVerdicts(context.batch)
        ? await this.#projectVerdicts(items as Items<VerdictEvent>, context)
        : await this.#projectEvents(items as Items<LabelledEvent>, context);
      context.afterCommit(() => {
        this.updates.publish(units);
      });
    }

    async #projectEvents(items: Items<LabelledEvent>, { transaction, batch }: BatchHandlerContext): Promise<Projected> {
      const slot = await enterActiveSlot(transaction, 'others');
      return this.projector.project(transaction, slot, shardOf(batch.partition), readEvents(items));
    }

    async #projectVerdicts(items: Items<VerdictEvent>, { transaction, batch }: BatchHandlerContext): Promise<Projected> {
      const slot = await enterActiveSlot(transaction, 'nobody');
      const events = items.map(({ value }) => value);
      return this.verdicts.project(transaction, slot, shardOf(batch.partition), events);
    }
  }
  return KpiConsumer;
}
