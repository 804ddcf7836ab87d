import { isLogProgress, type LogProgress } from '@motcua/contracts';
import { BatchHandler, BatchHandlerContext, type BatchItem } from '@motcua/kafka';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { noteImportedBreaches } from './dossiers/imported-breaches.ts';
import { noteProgress } from './dossiers/log-progress.ts';
import { projectDossiers } from './dossiers/project-dossiers.ts';
import { noteProposals } from './proposals/pending-proposal.store.ts';
import { stepLogMessage, type DossierNews } from './events/parse-dossier-event.ts';
import { stepSlaEvent } from './events/parse-sla-event.ts';
import { PlannedSender } from './planning/planned-sender.ts';
import { NotificationPlanner } from './planning/notification-planner.ts';
import type { NotifiableEvent } from './events/notifiable-event.ts';

/** Turns events into notices, a batch a transaction. Order matters to who is notified, so a parked event holds its key. */
@Controller()
export class NoticeConsumer {
  constructor(
    private readonly planner: NotificationPlanner,
    private readonly sending: PlannedSender,
  ) {}

  @BatchHandler({ projection: 'notification.sla', topics: ['slaEvents'], afterParking: 'hold', step: stepSlaEvent })
  async planAlerts(@Payload() items: readonly BatchItem<NotifiableEvent>[], @Ctx() context: BatchHandlerContext): Promise<void> {
    const alerts = items.map(({ value }) => value);
    await noteImportedBreaches(context.transaction, alerts);
    const planned = await this.planner.plan(context.transaction, alerts);
    context.afterCommit(() => {
      this.sending.send(planned);
    });
  }

  @BatchHandler({
    projection: 'notification.dossiers',
    topics: ['dossierEvents'],
    afterParking: 'hold',
    takesControl: true,
    step: stepLogMessage,
  })
  async planNews(
    @Payload() items: readonly BatchItem<DossierNews | LogProgress>[],
    @Ctx() context: BatchHandlerContext,
  ): Promise<void> {
    const { transaction, batch } = context;
    const news = items.flatMap(({ value }) => (isLogProgress(value) ? [] : [value]));
    const progress = items.flatMap(({ value }) => (isLogProgress(value) ? [value] : []));
    await noteProgress(transaction, batch.partition, progress);
    if (news.length === 0) return;
    await projectDossiers(
      transaction,
      news.map(({ snapshot }) => snapshot),
    );
    const proposals = news.flatMap(({ proposal }) => (proposal === undefined ? [] : [proposal]));
    await noteProposals(transaction, proposals);
    const planned = await this.planner.plan(
      transaction,
      news.flatMap((it) => (it.proposal === undefined ? [it.event] : [it.event, it.proposal.event])),
    );
    context.afterCommit(() => {
      this.sending.send(planned);
    });
  }
}
