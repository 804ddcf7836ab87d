import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { Code, IndicatorEvidence, IsoInstant, LocalDate } from '@motcua/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { toAsOf, toPeriod } from '../../http/queries.ts';
import { EvidenceService } from './evidence.service.ts';

const EvidenceParameters = z.object({
  unit: Code.describe('Unit whose subtree is counted.'),
  from: LocalDate.describe('First day.'),
  to: LocalDate.describe('Last day; what stands counts as it stands then.'),
  asOf: IsoInstant.optional().describe('The moment the figure stands for; absent or ahead of now: now.'),
});

@ApiTags('figures')
@Controller('v1/indicators')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Get(':id/evidence')
  @Requires('figures.open')
  @ApiOperation({ summary: 'An institutional indicator, with the entries and documents it is made of.' })
  @ApiResponse({ status: 200, description: 'The figure and what is behind it.', standardSchema: IndicatorEvidence })
  read(
    @CurrentActor() actor: Actor,
    @Param('id') indicator: string,
    @Query({ schema: EvidenceParameters }) { unit, from, to, asOf }: z.infer<typeof EvidenceParameters>,
  ): Promise<IndicatorEvidence> {
    toPeriod({ from, to }); // refuses what ends before it begins
    return this.evidence.read(actor, { indicator, unit, period: { from, to }, asOf: toAsOf(asOf, Date.now()) });
  }
}
