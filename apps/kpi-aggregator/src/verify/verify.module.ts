import { Module } from '@nestjs/common';
import { VerifyController } from './verify.controller.ts';
import { VerifyService } from './verify.service.ts';

/** Figures against the logs that they are made of. */
@Module({ controllers: [VerifyController], providers: [VerifyService] })
export class VerifyModule {}
