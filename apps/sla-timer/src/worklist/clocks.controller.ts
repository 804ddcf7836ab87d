import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { ClockPage, DossierClocks, LikelyCompletedOfflinePage } from '@motcua/contracts';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DossierId } from '../http/dossier-id.schema.ts';
import { ClockParameters, LikelyCompletedOfflineParameters } from './worklist-parameters.ts';
import { Worklist } from './worklist.service.ts';

@ApiTags('clocks')
@Controller('v1')
@Requires('clocks.read')
export class ClocksController {
  constructor(@Inject(Worklist) private readonly worklist: Worklist) {}

  @Get('clocks')
  @ApiOperation({ summary: 'The worklist: clocks of a unit’s subtree, the next due first' })
  @ApiResponse({ status: 200, description: 'A page; all pages together hold `count` clocks.', standardSchema: ClockPage })
  list(@CurrentActor() actor: Actor, @Query({ schema: ClockParameters }) query: ClockParameters): Promise<ClockPage> {
    return this.worklist.listClocks(actor, query);
  }

  @Get('dossiers/:id/clocks')
  @ApiOperation({ summary: 'The clocks of a dossier, with what became of each generation' })
  @ApiResponse({ status: 200, description: 'Its clocks.', standardSchema: DossierClocks })
  get(@CurrentActor() actor: Actor, @Param('id', { schema: DossierId }) id: string): Promise<DossierClocks> {
    return this.worklist.getClocks(actor, id);
  }

  @Get('likely-completed-offline')
  @ApiOperation({ summary: 'Done on paper, not clicked: the end-of-day list, officer by officer' })
  @ApiResponse({
    status: 200,
    description: 'A page; all pages together hold `count` dossiers.',
    standardSchema: LikelyCompletedOfflinePage,
  })
  listLikelyCompletedOffline(
    @CurrentActor() actor: Actor,
    @Query({ schema: LikelyCompletedOfflineParameters }) query: LikelyCompletedOfflineParameters,
  ): Promise<LikelyCompletedOfflinePage> {
    return this.worklist.listLikelyCompletedOffline(actor, query);
  }
}
