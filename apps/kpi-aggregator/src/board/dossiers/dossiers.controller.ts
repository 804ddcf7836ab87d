import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { DossierLinePage } from '@motcua/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DossierParameters } from '../../http/queries.ts';
import { BoardService } from '../board.service.ts';
import { getListedPart, readDossierPage } from './read-dossier-page.ts';

@ApiTags('figures')
@Controller('v1/indicators')
export class DossiersController {
  constructor(private readonly boards: BoardService) {}

  @Get(':id/dossiers')
  @Requires('figures.open')
  @ApiOperation({ summary: 'The dossiers behind a figure, or behind one of a board’s rows, in the order of receipt.' })
  @ApiResponse({ status: 200, description: 'A page; all pages together hold `total` lines.', standardSchema: DossierLinePage })
  async list(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: DossierParameters }) query: DossierParameters,
  ): Promise<DossierLinePage> {
    const part = getListedPart(id, query.part);
    return this.boards.onSnapshot(
      actor,
      query.unit,
      (database, places, moved) => readDossierPage(database, places, part, query, moved),
      query.organisation,
    );
  }
}
