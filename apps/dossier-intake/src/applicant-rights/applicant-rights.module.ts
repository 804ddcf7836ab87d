import { CONFIG, NOW, Retention } from '@motcua/service';
import { Inject, Module } from '@nestjs/common';
import type { Config } from '../config.ts';
import { DossiersModule } from '../dossiers/dossiers.module.ts';
import { ApplicantCorrections } from './applicant-corrections.ts';
import { ApplicantErasures } from './applicant-erasures.ts';
import { ApplicantRightsController } from './applicant-rights.controller.ts';
import { eraseAfterTerm } from './erase-after-term.ts';

const BATCH = 200;
/** A term is of years, and a look goes through everything that is kept. */
const DAY_MS = 86_400_000;

/** Correction and erasure of what is known of applicants, on request and after its term. */
@Module({
  imports: [DossiersModule],
  controllers: [ApplicantRightsController],
  providers: [ApplicantCorrections, ApplicantErasures],
})
export class ApplicantRightsModule {
  constructor(retention: Retention, @Inject(CONFIG) { APPLICANT_RETENTION_DAYS: days }: Config, @Inject(NOW) now: () => number) {
    retention.add({
      name: 'applicants',
      restMs: DAY_MS,
      batch: (transaction, after) => eraseAfterTerm(transaction, { days, now: now(), after, limit: BATCH }),
    });
  }
}
