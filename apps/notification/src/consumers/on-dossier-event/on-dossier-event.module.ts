import { Module } from '@nestjs/common';
import { DossierEventConsumer } from './dossier-event.consumer.ts';

/** The dossier log becomes notices. */
@Module({ controllers: [DossierEventConsumer] })
export class OnDossierEventModule {}
