import { Module } from '@nestjs/common';
import { RetentionController } from './retention.controller.ts';
import { RetentionService } from './retention.service.ts';

/** Files that have served their purpose. */
@Module({ controllers: [RetentionController], providers: [RetentionService] })
export class RetentionModule {}
