import { Module } from '@nestjs/common';
import { actionControllers } from './action.controllers.ts';
import { DossierCommands } from './dossier-commands.ts';
import { DossierParts } from './dossier-parts.ts';
import { DossierReads } from './dossier-reads.ts';
import { DossiersController } from './dossiers.controller.ts';
import { DuePreviewController } from './due-preview.controller.ts';
import { ProposalReads } from './proposals/proposal-reads.ts';
import { ProposalsController } from './proposals/proposals.controller.ts';

/** Dossiers: what is done to them, and what is read of them. */
@Module({
  controllers: [DossiersController, ...actionControllers, ProposalsController, DuePreviewController],
  providers: [DossierParts, DossierCommands, DossierReads, ProposalReads],
  exports: [DossierParts],
})
export class DossiersModule {}
