import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { DuePreview } from '@motcua/contracts';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { decideOpening } from './decide-opening.ts';
import { DossierParts } from './dossier-parts.ts';
import { known } from './open-dossier.ts';
import { requireStorable } from './refused.ts';
import { toView } from './to-view.ts';

const Question = z.object({
  unit: z.string().min(1).max(200).describe('The unit that would be responsible.'),
  procedure: z.string().min(1).max(200).describe('Procedure code.'),
  at: z.iso.datetime({ offset: true }).optional().describe('The moment of receipt; absent: now.'),
});

/** The due moment while a receipt is still being written: the very decision of receiving it, of which nothing is kept. */
@Controller('v1/due')
export class DuePreviewController {
  constructor(@Inject(DossierParts) private readonly parts: DossierParts) {}

  @Get()
  @Requires('dossiers.receive')
  @ApiOperation({ summary: 'What a receipt at the counter would promise, and how that is counted' })
  @ApiResponse({ status: 200, description: 'The due moment with its ledger.', standardSchema: DuePreview })
  preview(
    @Query({ schema: Question }) { unit, procedure, at }: z.infer<typeof Question>,
    @CurrentActor() actor: Actor,
  ): DuePreview {
    requireStorable({ occurredAt: at });
    const { data, now } = this.parts;
    const receipt = { action: 'receive', channel: 'in-person', unit, procedure, occurredAt: at } as const;
    const { event } = decideOpening({ data, now: now() }, actor, receipt);
    const { dossier, ledger } = toView(data, {
      dossier: known(event),
      occurredAt: event.occurredAt,
      recordedAt: event.recordedAt,
    });
    const { currentDue, ruleSet, receivedAt } = dossier;
    if (receivedAt === null) throw new Error('A receipt has no moment.');
    return { unit, procedure, receivedAt, due: currentDue, ruleSet, ledger };
  }
}
