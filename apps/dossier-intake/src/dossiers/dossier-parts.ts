import { NOW, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { ApplicantStore } from '../applicants/applicant.store.ts';
import { ReasonStore } from '../applicants/reason.store.ts';
import { DeskEntryStore } from '../desk-entries/desk-entry.store.ts';
import { StepEntryStore } from '../desk-entries/step-entry.store.ts';
import { FeeTakingStore } from '../fees/fee-taking.store.ts';
import { ReferenceData } from '../reference/reference-data.ts';

/** What commands and reads of dossiers rest on. */
@Injectable()
export class DossierParts {
  /** @param now epoch milliseconds */
  constructor(
    @Inject(POOL) readonly pool: Pool,
    readonly data: ReferenceData,
    readonly applicants: ApplicantStore,
    readonly reasons: ReasonStore,
    readonly desk: DeskEntryStore,
    readonly steps: StepEntryStore,
    readonly fees: FeeTakingStore,
    @Inject(NOW) readonly now: () => number,
  ) {}
}
