import { Module } from '@nestjs/common';
import { LadderBook } from '../clocks/ladder-book.ts';
import { FiringModule } from '../firing/firing.module.ts';
import { DossierFollower } from './follow-dossiers.ts';
import { SlaConsumer } from './sla.consumer.ts';
import { SummaryLoop } from './summary.loop.ts';

/** The dossier log becomes clocks. */
@Module({ imports: [FiringModule], controllers: [SlaConsumer], providers: [LadderBook, DossierFollower, SummaryLoop] })
export class FollowingModule {}
