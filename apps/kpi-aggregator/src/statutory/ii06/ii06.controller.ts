import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { DossierLinePage, Ii06FormId, Ii06Report } from '@motcua/contracts';
import { toFormFile } from '@motcua/tables';
import { Controller, Get, Header, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ReportFileStore } from '../../exports/report-files/report-file.store.ts';
import { toDownload } from '../../exports/to-download.ts';
import { HandedOverService } from '../handovers/handed-over.service.ts';
import { HandedOverParameters, Ii06FileParameters, Ii06Parameters } from './ii06-queries.ts';
import { Ii06Service } from './ii06.service.ts';
import { toFormSheet } from './to-form-sheet.ts';

@ApiTags('figures')
@Controller('v1/reports')
export class Ii06Controller {
  constructor(
    private readonly reports: Ii06Service,
    private readonly handedOver: HandedOverService,
    private readonly files: ReportFileStore,
  ) {}

  @Get('ii06/:form')
  @Requires('reports.read')
  @ApiOperation({
    summary: 'Report II.06/VPCP/KSTT of a unit and period: received, handled and in process, each cell with its dossiers.',
  })
  @ApiResponse({ status: 200, description: 'The table; its identities hold.', standardSchema: Ii06Report })
  write(
    @CurrentActor() actor: Actor,
    @Param('form', { schema: Ii06FormId }) form: Ii06FormId,
    @Query({ schema: Ii06Parameters }) query: Ii06Parameters,
  ): Promise<Ii06Report> {
    return this.reports.write(actor, form, query);
  }

  @Get('ii06/:form/export')
  @Requires('figures.export')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Report II.06/VPCP/KSTT as a workbook in the layout of the circular, or as CSV.' })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async export(
    @CurrentActor() actor: Actor,
    @Param('form', { schema: Ii06FormId }) form: Ii06FormId,
    @Query({ schema: Ii06FileParameters }) query: Ii06FileParameters,
  ): Promise<StreamableFile> {
    const report = await this.reports.write(actor, form, query);
    const { unit, period, asOf } = report;
    const { format, lang } = query;
    const subject = { name: `${form}-${unit}`, unit, period, asOf, writtenAt: new Date().toISOString() };
    const sheet = toFormSheet(report, lang, subject.writtenAt);
    return toDownload(await toFormFile(sheet, format, this.files.keep(subject)), format, subject.name);
  }

  @Get('handed-over')
  @Requires('figures.open')
  @ApiOperation({ summary: 'The dossiers that were handed over to or by a row of report II.06 while the period ran.' })
  @ApiResponse({ status: 200, description: 'A page; all pages together hold `total` lines.', standardSchema: DossierLinePage })
  listHandedOver(
    @CurrentActor() actor: Actor,
    @Query({ schema: HandedOverParameters }) query: HandedOverParameters,
  ): Promise<DossierLinePage> {
    return this.handedOver.list(actor, query);
  }
}
