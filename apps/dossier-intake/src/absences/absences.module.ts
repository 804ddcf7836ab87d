import { Module } from '@nestjs/common';
import { AbsencesController } from './absences.controller.ts';
import { Absences } from './absences.ts';

/** Absences and substitutes. */
@Module({ controllers: [AbsencesController], providers: [Absences] })
export class AbsencesModule {}
