import { isLogProgress, type LogProgress } from '@motcua/contracts';
import { BatchHandler, BatchHandlerContext, type BatchItem } from '@motcua/kafka';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { stepLogMessage, type DossierNews } from '../../notices/events/parse-dossier-event.ts';
import { leaveOutTakenBack } from '../../notices/events/leave-out-taken-back.ts';
import { leaveOutKnown } from '../../notices/dossiers/leave-out-known.ts';
import { NotificationPlanner } from '../../notices/planning/notification-planner.ts';
import { PlannedSender } from '../../notices/planning/planned-sender.ts';
import { withdrawNotices } from '../../notices/planning/withdraw-notices.ts';
import { noteProposals } from '../../notices/proposals/pending-proposal.store.ts';
import { noteProgress } from './log-progress.ts';
import { projectDossiers } from './project-dossiers.ts';

/** Turns what happened to dossiers into notices, and keeps the newest state of each, a batch a transaction. */
@Controller()
export class DossierEventConsumer {
  constructor(
    private readonly planner: NotificationPlanner,
    private readonly sending: PlannedSender,
  ) {}

  // Order matters to who is notified: behind an event that could not be read, the dossier's later ones wait.
  @BatchHandler({
    projection: 'notification.dossiers',
    topics: ['dossierEvents'],
    afterParking: 'hold',
    takesControl: true,
    step: stepLogMessage,
  })
  async plan(
    @Payload() items: readonly BatchItem<DossierNews | LogProgress>[],
    @Ctx() context: BatchHandlerContext,
  ): Promise<void> {
    const { transaction, batch } = context;
    const all = items.flatMap(({ value }) => (isLogProgress(value) ? [] : [value]));
    const progress = items.flatMap(({ value }) => (isLogProgress(value) ? [value] : []));
    await noteProgress(transaction, batch.partition, progress);
    const news = await leaveOutKnown(transaction, all);
    if (news.length === 0) return;
    await projectDossiers(
      transaction,
      news.map(({ snapshot }) => snapshot),
    );
    const told = await withdrawNotices(
      transaction,
      news.flatMap(({ event, takesBack }) => (takesBack === undefined ? [] : [{ id: event.id, takesBack }])),
    );
    const standing = leaveOutTakenBack(news, told);
    const proposals = standing.flatMap(({ proposal }) => (proposal === undefined ? [] : [proposal]));
    await noteProposals(transaction, proposals);
    // Who never read the log tells nothing of its past.
    if (batch.mode === 'rebuild' && batch.lastReadAt === null) return;
    const planned = await this.planner.plan(
      transaction,
      standing.flatMap((it) => (it.proposal === undefined ? [it.event] : [it.event, it.proposal.event])),
    );
    context.afterCommit(() => {
      this.sending.send(planned);
    });
  }
}
