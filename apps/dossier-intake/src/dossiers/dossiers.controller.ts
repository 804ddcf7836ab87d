import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { DossierPage, DossierView, OpenDossier } from '@motcua/contracts';
import { applyAnswer, IdempotencyKey } from '@motcua/http';
import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DossierCommands } from './dossier-commands.ts';
import { DossierReads } from './dossier-reads.ts';
import { DossierId } from './dossier-id.schema.ts';

const ListQuery = z.object({
  unit: z.string().min(1).max(200).optional().describe('Dossiers that this unit or one below it answers for or handles.'),
  status: z.coerce.number().int().min(1).max(10).optional().describe('National status code.'),
  dueBefore: z.iso.datetime({ offset: true }).optional().describe('currentDue lies before this moment.'),
  q: z.string().min(1).max(200).optional().describe('Dossier code, code in the source system, phone number or ID number.'),
  applicants: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true')
    .describe('true: with the applicant’s name, masked unless the reader handles the dossier.'),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(500).default(50).describe('Dossiers a page.'),
});

@Controller('v1/dossiers')
export class DossiersController {
  constructor(
    @Inject(DossierCommands) private readonly commands: DossierCommands,
    @Inject(DossierReads) private readonly reads: DossierReads,
  ) {}

  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key and body get the same answer.' })
  @Post()
  @Requires('dossiers.submit', 'dossiers.receive')
  @ApiOperation({ summary: 'Opens a dossier: submitted online, or received at the counter' })
  @ApiResponse({ status: 201, description: 'Opened, with its code, its due moment and the ledger.', standardSchema: DossierView })
  async open(
    @Body({ schema: OpenDossier }) body: OpenDossier,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    return applyAnswer(reply, await this.commands.open(actor, body, key));
  }

  @Get()
  @Requires('dossiers.list')
  @ApiOperation({ summary: 'Lists dossiers, newest first, in keyset pages' })
  @ApiResponse({ status: 200, description: 'A page.', standardSchema: DossierPage })
  list(@Query({ schema: ListQuery }) query: z.infer<typeof ListQuery>, @CurrentActor() actor: Actor): Promise<DossierPage> {
    const { unit, status, dueBefore, q, applicants, cursor, limit } = query;
    return this.reads.list(actor, { unit, status, dueBefore, q, namesApplicants: applicants, cursor, limit });
  }

  @Get(':id')
  @Requires('dossiers.read')
  @ApiOperation({ summary: 'A dossier: state, ledger, history, applicant (masked unless the reader handles it)' })
  @ApiResponse({ status: 200, description: 'The dossier.', standardSchema: DossierView })
  async get(
    @Param('id', { schema: DossierId }) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DossierView> {
    const view = await this.reads.get(actor, id);
    void reply.header('etag', `"${view.dossier.dossierVersion}"`);
    return view;
  }
}
