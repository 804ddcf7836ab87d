import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { SupervisionReport } from '@motcua/contracts';
import { toHtml, toMarkdown, type Report } from '@motcua/report';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReportParameters, toQuestion } from './report-queries.ts';
import { ReportService } from './report.service.ts';

@ApiTags('figures')
@Controller('v1/reports')
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Get('supervision')
  @Requires('reports.read')
  @ApiOperation({
    summary: 'The paragraph a supervising delegation asks for, of figures counted now, each with what is behind it.',
  })
  @ApiResponse({ status: 200, description: 'As data; with format=md or html as text.', standardSchema: SupervisionReport })
  async write(
    @CurrentActor() actor: Actor,
    @Query({ schema: ReportParameters }) query: ReportParameters,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Report | string> {
    const report = await this.reports.write(actor, toQuestion(query, Date.now()));
    switch (query.format) {
      case 'json':
        return report;
      case 'md':
        void reply.type('text/markdown; charset=utf-8');
        return toMarkdown(report);
      case 'html':
        void reply.type('text/html; charset=utf-8');
        return toHtml(report);
    }
  }
}
