import type { Relay } from '@motcua/outbox';
import { NOW, POOL, RELAY } from '@motcua/service';
import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { ApplicantStore } from '../applicants/applicant.store.ts';
import { ProposalReads } from '../proposals/proposal-reads.ts';
import { ProposalsController } from '../proposals/proposals.controller.ts';
import { ReferenceData } from '../reference/reference-data.ts';
import { actionControllers } from './action.controllers.ts';
import { DossierCommands } from './dossier-commands.ts';
import { DossierReads } from './dossier-reads.ts';
import { DossiersController } from './dossiers.controller.ts';
import { ReasonStore } from './reason.store.ts';

const parts = [POOL, ReferenceData, ApplicantStore, ReasonStore, NOW];

/** Dossiers: what is done to them, and what is read of them. */
@Module({
  controllers: [DossiersController, ...actionControllers, ProposalsController],
  providers: [
    {
      provide: DossierCommands,
      inject: [...parts, RELAY],
      useFactory: (
        pool: Pool,
        data: ReferenceData,
        applicants: ApplicantStore,
        reasons: ReasonStore,
        now: () => number,
        relay: Relay,
      ) => {
        const onAppended = (): void => {
          relay.wake();
        };
        return new DossierCommands({ pool, data, applicants, reasons, now, onAppended });
      },
    },
    {
      provide: DossierReads,
      inject: parts,
      useFactory: (pool: Pool, data: ReferenceData, applicants: ApplicantStore, reasons: ReasonStore, now: () => number) =>
        new DossierReads({ pool, data, applicants, reasons, now }),
    },
    {
      provide: ProposalReads,
      inject: [POOL, ReferenceData, NOW],
      useFactory: (pool: Pool, data: ReferenceData, now: () => number) => new ProposalReads({ pool, data, now }),
    },
  ],
})
export class DossiersModule {}
