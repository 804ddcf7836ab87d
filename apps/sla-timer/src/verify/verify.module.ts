import { Module } from '@nestjs/common';
import { VerifyController } from './verify.controller.ts';

/** Clocks against the events that they follow from. */
@Module({ controllers: [VerifyController] })
export class VerifyModule {}
