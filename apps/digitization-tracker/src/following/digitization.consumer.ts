import { BatchHandler, BatchHandlerContext, type BatchItem } from '@motcua/kafka';
import type { Relay } from '@motcua/outbox';
import { Controller, Inject, type Type } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { RELAY } from '../tokens.ts';
import { PROJECTION, stepDossierEvent, type ConsumedEvent } from './dossier-event.ts';
import { DossierProjection } from './project-dossiers.ts';

/** The controller that follows the dossier log, a batch a transaction. */
export function createDigitizationConsumer(topic: string): Type {
  @Controller()
  class DigitizationConsumer {
    constructor(
      @Inject(DossierProjection) private readonly follower: DossierProjection,
      @Inject(RELAY) private readonly relay: Relay,
    ) {}

    // A checklist rests on the dossier's newest state, not on how it came there: a later event stands in for a parked one.
    @BatchHandler({ projection: PROJECTION, topics: [topic], afterParking: 'supersede', step: stepDossierEvent })
    async follow(@Payload() items: readonly BatchItem<ConsumedEvent>[], @Ctx() context: BatchHandlerContext): Promise<void> {
      await this.follower.follow(context.transaction, items);
      context.afterCommit(() => {
        this.relay.wake();
      });
    }
  }
  return DigitizationConsumer;
}
