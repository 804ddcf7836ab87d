import { Module } from '@nestjs/common';
import { FrozenCopies } from './frozen-copies.ts';
import { PeriodClosesController } from './period-closes.controller.ts';
import { PeriodClosesService } from './period-closes.service.ts';

/** Closed months: what was reported, kept for good beside what is known now. */
@Module({ controllers: [PeriodClosesController], providers: [PeriodClosesService, FrozenCopies] })
export class PeriodClosesModule {}
