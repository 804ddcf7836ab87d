import { isLogProgress, type LogProgress } from '@motcua/contracts';
import { BatchHandler, BatchHandlerContext, type BatchItem } from '@motcua/kafka';
import type { Relay } from '@motcua/outbox';
import { RELAY } from '@motcua/service';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { TimerLoop } from '../../clocks/firing/timer.loop.ts';
import { noteProgress } from '../../clocks/import-sessions/ended-sessions.ts';
import { PROJECTION, stepLogMessage, type ConsumedEvent } from '../../dossiers/dossier-event.ts';
import { DossierProjection } from './project-dossiers.ts';

/** Follows the dossier log, a batch a transaction. */
@Controller()
export class DossierEventConsumer {
  constructor(
    private readonly follower: DossierProjection,
    private readonly timers: TimerLoop,
    @Inject(RELAY) private readonly relay: Relay,
  ) {}

  // Clocks follow from what happened in order: behind an event that could not be read, the dossier's later ones wait.
  @BatchHandler({
    projection: PROJECTION,
    topics: ['dossierEvents'],
    afterParking: 'hold',
    takesControl: true,
    step: stepLogMessage,
  })
  async follow(
    @Payload() items: readonly BatchItem<ConsumedEvent | LogProgress>[],
    @Ctx() context: BatchHandlerContext,
  ): Promise<void> {
    const { transaction, batch } = context;
    const events = items.flatMap(({ value }) => (isLogProgress(value) ? [] : [value]));
    // Whoever never followed the log learns of its calendar changes long after they were announced.
    const isHistory = batch.mode === 'rebuild' && batch.lastReadAt === null;
    if (events.length > 0) await this.follower.follow(transaction, batch.partition, events, { isHistory });
    // What a record says of a session counts for every event before it, and none of the session's comes after it.
    await noteProgress(
      transaction,
      batch.partition,
      items.flatMap(({ value }) => (isLogProgress(value) ? [value] : [])),
    );
    context.afterCommit(() => {
      this.relay.wake();
      this.timers.wake();
    });
  }
}
