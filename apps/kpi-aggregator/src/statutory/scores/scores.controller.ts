import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { ScoreReport, ScoreSetId } from '@motcua/contracts';
import { toFormFile } from '@motcua/tables';
import { Controller, Get, Header, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ReportFileStore } from '../../exports/report-files/report-file.store.ts';
import { toDownload } from '../../exports/to-download.ts';
import { Ii06FileParameters, Ii06Parameters } from '../ii06/ii06-queries.ts';
import { ScoresService } from './scores.service.ts';
import { toScoreSheet } from './to-score-sheet.ts';

@ApiTags('figures')
@Controller('v1/reports/scores')
export class ScoresController {
  constructor(
    private readonly scores: ScoresService,
    private readonly files: ReportFileStore,
  ) {}

  @Get(':set')
  @Requires('reports.read')
  @ApiOperation({
    summary: 'Points of a unit by set 766 or by the grading of TT 01/2018; what nobody tells is said to be missing.',
  })
  @ApiResponse({ status: 200, description: 'The points, and what would raise them most.', standardSchema: ScoreReport })
  read(
    @CurrentActor() actor: Actor,
    @Param('set', { schema: ScoreSetId }) set: ScoreSetId,
    @Query({ schema: Ii06Parameters }) query: Ii06Parameters,
  ): Promise<ScoreReport> {
    return this.scores.score(actor, set, query);
  }

  @Get(':set/export')
  @Requires('figures.export')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The points of a unit as a workbook to be signed, or as CSV.' })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async export(
    @CurrentActor() actor: Actor,
    @Param('set', { schema: ScoreSetId }) set: ScoreSetId,
    @Query({ schema: Ii06FileParameters }) query: Ii06FileParameters,
  ): Promise<StreamableFile> {
    const report = await this.scores.score(actor, set, query);
    const { unit, period, asOf } = report;
    const subject = { name: `${set}-${unit}`, unit, period, asOf, writtenAt: new Date().toISOString() };
    const sheet = toScoreSheet(report, query.lang, subject.writtenAt);
    return toDownload(await toFormFile(sheet, query.format, this.files.keep(subject)), query.format, subject.name);
  }
}
