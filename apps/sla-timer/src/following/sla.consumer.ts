import { BatchHandler, BatchHandlerContext, type BatchItem } from '@motcua/kafka';
import type { Relay } from '@motcua/outbox';
import { Controller, Inject, type Type } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { RELAY } from '../tokens.ts';
import { PROJECTION, stepDossierEvent, type FollowedEvent } from './dossier-event.ts';
import { DossierFollower } from './follow-dossiers.ts';

/** The controller that follows the dossier log, a batch a transaction. */
export function createSlaConsumer(topic: string): Type {
  @Controller()
  class SlaConsumer {
    constructor(
      @Inject(DossierFollower) private readonly follower: DossierFollower,
      @Inject(RELAY) private readonly relay: Relay,
    ) {}

    // Clocks follow from what happened in order: behind an event that could not be read, the dossier's later ones wait.
    @BatchHandler({ projection: PROJECTION, topics: [topic], afterParking: 'hold', step: stepDossierEvent })
    async follow(@Payload() items: readonly BatchItem<FollowedEvent>[], @Ctx() context: BatchHandlerContext): Promise<void> {
      await this.follower.follow(context.transaction, context.batch.partition, items);
      context.afterCommit(() => {
        this.relay.wake();
      });
    }
  }
  return SlaConsumer;
}
