import { BatchHandler, BatchHandlerContext, type BatchItem } from '@motcua/kafka';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { stepAuditAlarm, type UnitAlarm } from '../../notices/events/parse-audit-alarm.ts';
import { toAlarmNews } from '../../notices/events/to-alarm-news.ts';
import { NotificationPlanner } from '../../notices/planning/notification-planner.ts';
import { PlannedSender } from '../../notices/planning/planned-sender.ts';
import { UnitDirectory } from '../../people/unit-directory.ts';

/** Tells who leads a unit that somebody of it looks at more people than a desk sees. */
@Controller()
export class AuditAlarmConsumer {
  constructor(
    private readonly planner: NotificationPlanner,
    private readonly sending: PlannedSender,
    private readonly directory: UnitDirectory,
  ) {}

  @BatchHandler({ projection: 'notification.audit', topics: ['auditAlarms'], step: stepAuditAlarm })
  async plan(@Payload() items: readonly BatchItem<UnitAlarm>[], @Ctx() context: BatchHandlerContext): Promise<void> {
    const news = items.map(({ value }) => toAlarmNews(value, this.directory));
    const planned = await this.planner.plan(context.transaction, news);
    context.afterCommit(() => {
      this.sending.send(planned);
    });
  }
}
