import { BatchHandler, BatchHandlerContext, type BatchItem } from '@motcua/kafka';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { noteImportedBreaches } from '../../notices/dossiers/imported-breaches.ts';
import type { NotifiableEvent } from '../../notices/events/notifiable-event.ts';
import { stepSlaEvent } from '../../notices/events/parse-sla-event.ts';
import { NotificationPlanner } from '../../notices/planning/notification-planner.ts';
import { PlannedSender } from '../../notices/planning/planned-sender.ts';

/** Turns what clocks say into notices, a batch a transaction. */
@Controller()
export class SlaEventConsumer {
  constructor(
    private readonly planner: NotificationPlanner,
    private readonly sending: PlannedSender,
  ) {}

  // Order matters to who is told: behind an event that could not be read, the dossier's later ones wait.
  @BatchHandler({ projection: 'notification.sla', topics: ['slaEvents'], afterParking: 'hold', step: stepSlaEvent })
  async plan(@Payload() items: readonly BatchItem<NotifiableEvent>[], @Ctx() context: BatchHandlerContext): Promise<void> {
    const alerts = items.map(({ value }) => value);
    await noteImportedBreaches(context.transaction, alerts);
    const planned = await this.planner.plan(context.transaction, alerts);
    context.afterCommit(() => {
      this.sending.send(planned);
    });
  }
}
