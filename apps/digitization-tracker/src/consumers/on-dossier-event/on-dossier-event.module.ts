import { Module } from '@nestjs/common';
import { DossierEventConsumer } from './dossier-event.consumer.ts';
import { DocumentLists } from './document-lists.ts';
import { DossierProjection } from './project-dossiers.ts';

/** The dossier log becomes checklists. */
@Module({ controllers: [DossierEventConsumer], providers: [DocumentLists, DossierProjection] })
export class OnDossierEventModule {}
