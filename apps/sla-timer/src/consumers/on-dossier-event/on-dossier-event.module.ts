import { Module } from '@nestjs/common';
import { EscalationPolicyCache } from '../../clocks/escalation-policy-cache.ts';
import { FiringModule } from '../../clocks/firing/firing.module.ts';
import { DossierProjection } from './project-dossiers.ts';
import { DossierEventConsumer } from './dossier-event.consumer.ts';
import { SummaryLoop } from './summary.loop.ts';

/** The dossier log becomes clocks. */
@Module({
  imports: [FiringModule],
  controllers: [DossierEventConsumer],
  providers: [EscalationPolicyCache, DossierProjection, SummaryLoop],
})
export class OnDossierEventModule {}
