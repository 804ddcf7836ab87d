import { BatchHandler, BatchHandlerContext, type BatchItem } from '@motcua/kafka';
import { Controller, Inject, type Type } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { projectDossiers } from '../dossiers/project-dossiers.ts';
import { NoticeMetrics } from '../health/notice-metrics.ts';
import type { KafkaNames } from '../kafka-names.ts';
import { ENQUEUE, type Enqueue } from '../tokens.ts';
import { stepDossierEvent, type DossierNews } from './parse-dossier-event.ts';
import { stepSlaEvent } from './parse-sla-event.ts';
import { Teller, type Told } from './teller.ts';
import type { ToldEvent } from './told-event.ts';

/** The controller that turns events into notices, a batch a transaction. Order matters to who is told, so a parked event holds its key. */
export function createNoticeConsumer(names: Pick<KafkaNames, 'dossierEvents' | 'slaEvents'>): Type {
  @Controller()
  class NoticeConsumer {
    constructor(
      private readonly teller: Teller,
      private readonly metrics: NoticeMetrics,
      @Inject(ENQUEUE) private readonly enqueue: Enqueue,
    ) {}

    @BatchHandler({ projection: 'notification.sla', topics: [names.slaEvents], afterParking: 'hold', step: stepSlaEvent })
    async tellAlerts(@Payload() items: readonly BatchItem<ToldEvent>[], @Ctx() context: BatchHandlerContext): Promise<void> {
      const told = await this.teller.tell(
        context.transaction,
        items.map(({ value }) => value),
      );
      context.afterCommit(() => {
        this.send(told);
      });
    }

    @BatchHandler({
      projection: 'notification.dossiers',
      topics: [names.dossierEvents],
      afterParking: 'hold',
      step: stepDossierEvent,
    })
    async tellNews(@Payload() items: readonly BatchItem<DossierNews>[], @Ctx() context: BatchHandlerContext): Promise<void> {
      await projectDossiers(
        context.transaction,
        items.map(({ value }) => value.snapshot),
      );
      const told = await this.teller.tell(
        context.transaction,
        items.map(({ value }) => value.told),
      );
      context.afterCommit(() => {
        this.send(told);
      });
    }

    private send(told: Told): void {
      this.metrics.count(told);
      this.enqueue(told.deliveryIds);
    }
  }
  return NoticeConsumer;
}
