import { Module } from '@nestjs/common';
import { DigitizationConsumer } from './digitization.consumer.ts';
import { DocumentLists } from './document-lists.ts';
import { DossierFollower } from './follow-dossiers.ts';

/** The dossier log becomes checklists. */
@Module({ controllers: [DigitizationConsumer], providers: [DocumentLists, DossierFollower] })
export class FollowingModule {}
