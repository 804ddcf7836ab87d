import { Module } from '@nestjs/common';
import { DigitizationConsumer } from './digitization.consumer.ts';
import { DocumentLists } from './document-lists.ts';
import { DossierProjection } from './project-dossiers.ts';

/** The dossier log becomes checklists. */
@Module({ controllers: [DigitizationConsumer], providers: [DocumentLists, DossierProjection] })
export class FollowingModule {}
