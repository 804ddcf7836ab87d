import { Module } from '@nestjs/common';
import { OneTimeCodesController } from './one-time-codes.controller.ts';

/** Codes by which an applicant shows that a telephone or a mailbox on file is theirs. */
@Module({ controllers: [OneTimeCodesController] })
export class OneTimeCodesModule {}
