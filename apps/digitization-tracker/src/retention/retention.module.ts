import { Module } from '@nestjs/common';
import { RetentionController } from './retention.controller.ts';
import { RetentionDesk } from './retention-desk.ts';

/** Files that have served their purpose. */
@Module({ controllers: [RetentionController], providers: [RetentionDesk] })
export class RetentionModule {}
