import { Requires } from '@motcua/access';
import { CurrentActor, CurrentCaller, type Actor, type Caller } from '@motcua/auth';
import { Code, FrozenDossierPage, PeriodClose, PeriodCloseList, PeriodCloseRequest, PeriodComparison } from '@motcua/contracts';
import { CursorNumber, encodeCursor, parseCursor } from '@motcua/http';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { FrozenCopies } from './frozen-copies.ts';
import { PeriodClosesService } from './period-closes.service.ts';

const ListParameters = z.object({ unit: Code.describe('Whose closes.') });
const paged = { cursor: z.string().max(500).optional().describe('`next` of the page before.') };
const DossierParameters = z.object({
  indicator: Code.describe('Its id.'),
  part: z.enum(['numerator', 'denominator', 'value']).optional().describe('Of a rate numerator (default) or denominator.'),
  ...paged,
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Lines a page.'),
});
type DossierParameters = z.infer<typeof DossierParameters>;
const ComparisonParameters = z.object({
  ...paged,
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Dossiers a page.'),
});
type ComparisonParameters = z.infer<typeof ComparisonParameters>;

const Line = z.strictObject({ dossierId: z.uuid(), interval: CursorNumber });
const Dossier = z.strictObject({ dossierId: z.uuid() });
const Id = z.uuid();

@ApiTags('period-closes')
@Controller('v1/period-closes')
export class PeriodClosesController {
  constructor(
    private readonly closes: PeriodClosesService,
    private readonly copies: FrozenCopies,
  ) {}

  @Post()
  @Requires('periods.propose')
  @ApiOperation({ summary: 'Proposes to close a month: its figures and the lists behind them are frozen as they are' })
  @ApiResponse({ status: 201, description: 'The proposal, which somebody else confirms.', standardSchema: PeriodClose })
  propose(@CurrentActor() actor: Actor, @Body({ schema: PeriodCloseRequest }) request: PeriodCloseRequest): Promise<PeriodClose> {
    return this.closes.propose(actor, request);
  }

  @Get()
  @Requires('figures.read')
  @ApiOperation({ summary: 'The closed months of a unit, and those proposed to be' })
  @ApiResponse({ status: 200, description: 'The latest month first.', standardSchema: PeriodCloseList })
  async list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: ListParameters }) { unit }: z.infer<typeof ListParameters>,
  ): Promise<PeriodCloseList> {
    return { closes: await this.closes.list(caller, unit) };
  }

  @Get(':id')
  @Requires('figures.read')
  @ApiOperation({ summary: 'A closed month with its figures as reported' })
  @ApiResponse({ status: 200, description: 'The close.', standardSchema: PeriodClose })
  get(@CurrentCaller() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<PeriodClose> {
    return this.closes.get(caller, id);
  }

  @Get(':id/dossiers')
  @Requires('figures.open')
  @ApiOperation({ summary: 'The dossiers behind a figure as reported' })
  @ApiResponse({ status: 200, description: 'A page; all pages together hold `total` lines.', standardSchema: FrozenDossierPage })
  async listDossiers(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: DossierParameters }) { cursor, ...asked }: DossierParameters,
  ): Promise<FrozenDossierPage> {
    const after = cursor === undefined ? undefined : parseCursor(cursor, Line);
    const { total, dossiers, next } = await this.copies.list(actor, id, { ...asked, after });
    return { total, dossiers: [...dossiers], next: next === null ? null : encodeCursor(next) };
  }

  @Get(':id/comparison')
  @Requires('figures.open')
  @ApiOperation({ summary: 'A closed month as reported and as now known, with the reason of each dossier' })
  @ApiResponse({
    status: 200,
    description: 'Both, and a page of the dossiers that make the difference.',
    standardSchema: PeriodComparison,
  })
  async compare(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ComparisonParameters }) { cursor, limit }: ComparisonParameters,
  ): Promise<PeriodComparison> {
    const after = cursor === undefined ? undefined : parseCursor(cursor, Dossier).dossierId;
    const { next, ...comparison } = await this.copies.compare(actor, id, { after, limit });
    return { ...comparison, next: next === null ? null : encodeCursor({ dossierId: next }) };
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @Requires('periods.confirm')
  @ApiOperation({ summary: 'Confirms what somebody else proposed: the month is closed for good' })
  @ApiResponse({ status: 200, description: 'The close with its place in the chain.', standardSchema: PeriodClose })
  confirm(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<PeriodClose> {
    return this.closes.confirm(actor, id);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Requires('periods.confirm')
  @ApiOperation({ summary: 'Withdraws a proposal that nobody has confirmed' })
  @ApiResponse({ status: 200, description: 'The proposal, withdrawn.', standardSchema: PeriodClose })
  withdraw(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<PeriodClose> {
    return this.closes.withdraw(actor, id);
  }
}
