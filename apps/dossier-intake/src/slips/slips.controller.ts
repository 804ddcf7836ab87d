import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { Slip, SlipPrinted } from '@motcua/contracts';
import { Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { DossierId } from '../dossiers/dossier-id.schema.ts';
import { Slips } from './slips.ts';

const Version = z.coerce.number().int().min(1).max(2_147_483_647).describe('dossierVersion after the step.');

@Controller('v1/dossiers')
export class SlipsController {
  constructor(@Inject(Slips) private readonly slips: Slips) {}

  @Get(':id/slips/:version')
  @Requires('dossiers.print-slip')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What the slip of a step says, as it was right after it, and how often it was printed' })
  @ApiResponse({ status: 200, description: 'The slip.', standardSchema: Slip })
  get(
    @Param('id', { schema: DossierId }) id: string,
    @Param('version', { schema: Version }) version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Slip> {
    return this.slips.get(actor, id, version);
  }

  @Post(':id/slips/:version')
  @Requires('dossiers.print-slip')
  @HttpCode(200)
  @ApiOperation({ summary: 'The slip of a step is printed: counts it, so that what is printed again can say so' })
  @ApiResponse({ status: 200, description: 'How often it was printed by now.', standardSchema: SlipPrinted })
  print(
    @Param('id', { schema: DossierId }) id: string,
    @Param('version', { schema: Version }) version: number,
    @CurrentActor() actor: Actor,
  ): Promise<SlipPrinted> {
    return this.slips.print(actor, id, version);
  }
}
