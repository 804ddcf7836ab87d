import { requirePermission, Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { ProposalPage } from '@motcua/contracts';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { ProposalReads } from './proposal-reads.ts';

const ListQuery = z.object({
  unit: z.string().min(1).max(200).optional().describe('Of dossiers that this unit or one below it answers for or handles.'),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(500).default(50).describe('Proposals a page.'),
});

/** What waits for the decision of those who may approve it. */
@Controller('v1/proposals')
export class ProposalsController {
  constructor(@Inject(ProposalReads) private readonly reads: ProposalReads) {}

  @Get()
  @Requires('dossiers.approve-proposal')
  @ApiOperation({ summary: 'Proposals that wait for a decision, the oldest first, in keyset pages' })
  @ApiResponse({ status: 200, description: 'A page.', standardSchema: ProposalPage })
  list(@Query({ schema: ListQuery }) query: z.infer<typeof ListQuery>, @CurrentActor() actor: Actor): Promise<ProposalPage> {
    const { unit = actor.unit, cursor, limit } = query;
    if (unit !== undefined) requirePermission(actor, 'dossiers.approve-proposal', this.reads.pathOf(unit));
    return this.reads.list({ unit, cursor, limit });
  }
}
