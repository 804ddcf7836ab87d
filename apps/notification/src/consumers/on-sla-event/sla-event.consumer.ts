import { BatchHandler, BatchHandlerContext, type BatchItem } from '@motcua/kafka';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { noteImportedBreaches } from '../../notices/dossiers/imported-breaches.ts';
import { leaveOutTold } from '../../notices/events/leave-out-told.ts';
import { stepSlaEvent, type SlaNews } from '../../notices/events/parse-sla-event.ts';
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
  async plan(@Payload() items: readonly BatchItem<SlaNews>[], @Ctx() context: BatchHandlerContext): Promise<void> {
    const alerts = items.map(({ value }) => value);
    await noteImportedBreaches(context.transaction, alerts);
    const news = await leaveOutTold(context.transaction, alerts, context.batch);
    const planned = await this.planner.plan(context.transaction, news);
    context.afterCommit(() => {
      this.sending.send(planned);
    });
  }
}
