import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import {
  ApplicantChanges,
  ApplicantCorrection,
  ApplicantErasure,
  ApplicantErasureList,
  AskErasure,
  Code,
  CorrectApplicant,
  DecideErasure,
} from '@motcua/contracts';
import { toTransaction } from '@motcua/postgres';
import { POOL } from '@motcua/service';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { z } from 'zod';
import { DossierId } from '../dossiers/dossier-id.schema.ts';
import { listChanges } from './applicant-change.store.ts';
import { ApplicantCorrections } from './applicant-corrections.ts';
import { ApplicantErasures } from './applicant-erasures.ts';

const MOST_CHANGES = 500;
const ListQuery = z.object({
  unit: Code.optional().describe('Of dossiers of this unit and those below it; absent: of one’s own.'),
  state: z.enum(['waiting', 'erased']).default('waiting').describe('What waits for a decision, or what was erased.'),
  since: z.iso
    .datetime({ offset: true })
    .default('1970-01-01T00:00:00Z')
    .describe('Asked for, or erased, from this moment on; `next` of the answer before.'),
});
const ChangesQuery = z.object({
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .default('0')
    .describe('`position` of the last change that is known.'),
});

/** What applicants have a right to: that what is known of them is right, and that it goes. */
@Controller('v1')
export class ApplicantRightsController {
  constructor(
    private readonly corrections: ApplicantCorrections,
    private readonly erasures: ApplicantErasures,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  @Post('dossiers/:id/applicant-correction')
  @Requires('applicants.correct')
  @HttpCode(200)
  @ApiOperation({ summary: 'Corrects what is known of the applicant' })
  @ApiResponse({ status: 200, description: 'Which fields are others now.', standardSchema: ApplicantCorrection })
  correct(
    @Param('id', { schema: DossierId }) id: string,
    @Body({ schema: CorrectApplicant }) { applicant }: CorrectApplicant,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicantCorrection> {
    return this.corrections.correct(actor, id, applicant);
  }

  @Post('dossiers/:id/applicant-erasure')
  @Requires('applicants.ask-erasure')
  @HttpCode(200)
  @ApiOperation({ summary: 'Asks for the applicant’s personal data to be erased; somebody else decides' })
  @ApiResponse({ status: 200, description: 'It waits; asked twice it waits once.', standardSchema: ApplicantErasure })
  ask(
    @Param('id', { schema: DossierId }) id: string,
    @Body({ schema: AskErasure }) body: AskErasure,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicantErasure> {
    return this.erasures.ask(actor, id, body);
  }

  @Post('dossiers/:id/applicant-erasure/decision')
  @Requires('applicants.erase')
  @HttpCode(200)
  @ApiOperation({ summary: 'Erases the applicant’s personal data for good, or rejects that; not by who asked' })
  @ApiResponse({ status: 200, description: 'What became of it.', standardSchema: ApplicantErasure })
  decide(
    @Param('id', { schema: DossierId }) id: string,
    @Body({ schema: DecideErasure }) body: DecideErasure,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicantErasure> {
    return this.erasures.decide(actor, id, body);
  }

  @Post('dossiers/:id/applicant-erasure/take-back')
  @Requires('applicants.ask-erasure')
  @HttpCode(200)
  @ApiOperation({ summary: 'Takes back what one asked for oneself, while nobody has decided on it' })
  @ApiResponse({ status: 200, description: 'It waits no more.', standardSchema: ApplicantErasure })
  takeBack(@Param('id', { schema: DossierId }) id: string, @CurrentActor() actor: Actor): Promise<ApplicantErasure> {
    return this.erasures.takeBack(actor, id);
  }

  @Get('applicant-erasures')
  @Requires('applicants.erase')
  @ApiOperation({ summary: 'Erasures that wait for a decision, or what was erased: behind a restore it is erased again' })
  @ApiResponse({ status: 200, description: 'The oldest first.', standardSchema: ApplicantErasureList })
  list(
    @Query({ schema: ListQuery }) { unit, state, since }: z.infer<typeof ListQuery>,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicantErasureList> {
    return this.erasures.list(actor, { unit, state, since });
  }

  @Get('applicant-changes')
  @Requires('applicants.refer')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Dossiers whose applicant was corrected or erased, for services alone' })
  @ApiResponse({ status: 200, description: 'In their order.', standardSchema: ApplicantChanges })
  async listChanges(@Query({ schema: ChangesQuery }) { after }: z.infer<typeof ChangesQuery>): Promise<ApplicantChanges> {
    return { changes: await listChanges(toTransaction(this.pool), after, MOST_CHANGES) };
  }
}
