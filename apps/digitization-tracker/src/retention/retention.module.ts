import { Module } from '@nestjs/common';
import { ApplicantChangesFollower } from './applicant-changes-follower.ts';
import { RetentionController } from './retention.controller.ts';
import { RetentionService } from './retention.service.ts';

/** Files that have served their purpose, or whose applicant asked for their erasure. */
@Module({ controllers: [RetentionController], providers: [RetentionService, ApplicantChangesFollower] })
export class RetentionModule {}
