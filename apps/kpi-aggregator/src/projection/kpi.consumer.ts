import { BatchHandler, BatchHandlerContext, type BatchItem } from '@motcua/kafka';
import { Controller, type Type } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { UpdatePublisher } from '../updates/update-publisher.ts';
import { shardOf } from './cells/shard-of.ts';
import { PROJECTION, readEvents, stepDossierEvent, type LabelledEvent } from './kpi-projection.ts';
import { EventProjector } from './project-events.ts';
import { getActiveSlot } from './slot.ts';

/** The controller that projects a topic of dossier events into facts and cells, a batch a transaction. */
export function createKpiConsumer(topic: string): Type {
  @Controller()
  class KpiConsumer {
    constructor(
      private readonly projector: EventProjector,
      private readonly updates: UpdatePublisher,
    ) {}

    // Events carry the whole state: the next one of a dossier replaces one that could not be read.
    @BatchHandler({ projection: PROJECTION, topics: [topic], afterParking: 'supersede', step: stepDossierEvent })
    async project(@Payload() items: readonly BatchItem<LabelledEvent>[], @Ctx() context: BatchHandlerContext): Promise<void> {
      const slot = await getActiveSlot(context.transaction);
      const events = readEvents(items);
      const { units } = await this.projector.project(context.transaction, slot, shardOf(context.batch.partition), events);
      context.afterCommit(() => {
        this.updates.publish(units);
      });
    }
  }
  return KpiConsumer;
}
