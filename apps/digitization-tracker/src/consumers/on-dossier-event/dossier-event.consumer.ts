import { BatchHandler, BatchHandlerContext, type BatchItem } from '@motcua/kafka';
import type { Relay } from '@motcua/outbox';
import { RELAY } from '@motcua/service';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { PROJECTION, stepDossierEvent, type ConsumedEvent } from './dossier-event.ts';
import { DossierProjection } from './project-dossiers.ts';

/** Follows the dossier log, a batch a transaction. */
@Controller()
export class DossierEventConsumer {
  constructor(
    private readonly follower: DossierProjection,
    @Inject(RELAY) private readonly relay: Relay,
  ) {}

  // A checklist rests on the dossier's newest state, not on how it came there: a later event stands in for a parked one.
  @BatchHandler({ projection: PROJECTION, topics: ['dossierEvents'], afterParking: 'supersede', step: stepDossierEvent })
  async follow(@Payload() items: readonly BatchItem<ConsumedEvent>[], @Ctx() context: BatchHandlerContext): Promise<void> {
    await this.follower.follow(context.transaction, items);
    context.afterCommit(() => {
      this.relay.wake();
    });
  }
}
