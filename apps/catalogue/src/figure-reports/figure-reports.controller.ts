import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { FigureReport, FigureReportAnswer, FigureReportPage, FigureReportRequest } from '@motcua/contracts';
import { CursorNumber, encodeCursor, parseCursor } from '@motcua/http';
import { Body, Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { reportStates } from './figure-report.store.ts';
import { FigureReportsService } from './figure-reports.service.ts';

const ListQuery = z.object({
  state: z.enum(reportStates).default('open').describe('Those that nobody has answered, or the others.'),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Reports a page.'),
});
/** What somebody reported before these has been answered, or forgotten. */
const MOST_OWN = 50;
const Position = z.strictObject({ position: CursorNumber });

@ApiTags('figure-reports')
@Controller('v1/figure-reports')
export class FigureReportsController {
  constructor(private readonly reports: FigureReportsService) {}

  @Get()
  @Requires('figure-reports.answer')
  @ApiOperation({ summary: 'Figures that were reported to be wrong, newest first' })
  @ApiResponse({ status: 200, description: 'A page.', standardSchema: FigureReportPage })
  async list(@Query({ schema: ListQuery }) { state, cursor, limit }: z.infer<typeof ListQuery>): Promise<FigureReportPage> {
    const before = cursor === undefined ? undefined : parseCursor(cursor, Position).position;
    const { reports, next } = await this.reports.list(state, before, limit);
    return { reports: [...reports], next: next === null ? null : encodeCursor({ position: next }) };
  }

  @Get('mine')
  @Requires('figures.dispute')
  @ApiOperation({ summary: 'What oneself has reported lately, and what became of it' })
  @ApiResponse({ status: 200, description: 'The newest of them.', standardSchema: FigureReportPage })
  async listOwn(@CurrentActor() actor: Actor): Promise<FigureReportPage> {
    return { reports: await this.reports.listOwn(actor, MOST_OWN), next: null };
  }

  @Put(':id')
  @Requires('figures.dispute')
  @ApiOperation({ summary: 'Reports a figure to be wrong, with its exact address' })
  @ApiResponse({ status: 200, description: 'It is there already.', standardSchema: FigureReport })
  @ApiResponse({ status: 201, description: 'It is kept.', standardSchema: FigureReport })
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: FigureReportRequest }) request: FigureReportRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FigureReport> {
    const { report, isNew } = await this.reports.put(actor, id, request);
    void reply.status(isNew ? 201 : 200);
    return report;
  }

  @Put(':id/answer')
  @Requires('figure-reports.answer')
  @ApiOperation({ summary: 'Says what became of a report; the first answer stays' })
  @ApiResponse({ status: 200, description: 'The report with its answer.', standardSchema: FigureReport })
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: FigureReportAnswer }) answer: FigureReportAnswer,
  ): Promise<FigureReport> {
    return this.reports.answer(actor, id, answer);
  }
}
