import { Module } from '@nestjs/common';
import { EscalationPolicyCache } from '../clocks/escalation-policy-cache.ts';
import { FiringModule } from '../firing/firing.module.ts';
import { DossierProjection } from './project-dossiers.ts';
import { SlaConsumer } from './sla.consumer.ts';
import { SummaryLoop } from './summary.loop.ts';

/** The dossier log becomes clocks. */
@Module({
  imports: [FiringModule],
  controllers: [SlaConsumer],
  providers: [EscalationPolicyCache, DossierProjection, SummaryLoop],
})
export class FollowingModule {}
