import { Module } from '@nestjs/common';
import { ApplicantChangesConsumer } from './applicant-changes-consumer.ts';
import { RetentionController } from './retention.controller.ts';
import { RetentionService } from './retention.service.ts';

/** Files that have served their purpose, or whose applicant asked for their erasure. */
@Module({ controllers: [RetentionController], providers: [RetentionService, ApplicantChangesConsumer] })
export class RetentionModule {}
