import { Module } from '@nestjs/common';
import { FigureReportsController } from './figure-reports.controller.ts';
import { FigureReportsService } from './figure-reports.service.ts';

/** What readers take for wrong, and what became of it. */
@Module({ controllers: [FigureReportsController], providers: [FigureReportsService] })
export class FigureReportsModule {}
