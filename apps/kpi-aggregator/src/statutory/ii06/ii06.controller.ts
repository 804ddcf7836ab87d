import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { DossierLinePage, Ii06FormId, Ii06Report } from '@motcua/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { HandedOverService } from '../handovers/handed-over.service.ts';
import { HandedOverParameters, Ii06Parameters } from './ii06-queries.ts';
import { Ii06Service } from './ii06.service.ts';

@ApiTags('figures')
@Controller('v1/reports')
export class Ii06Controller {
  constructor(
    private readonly reports: Ii06Service,
    private readonly handedOver: HandedOverService,
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
