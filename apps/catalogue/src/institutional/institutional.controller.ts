import { Requires } from '@motcua/access';
import { CurrentActor, CurrentCaller, type Actor, type Caller } from '@motcua/auth';
import {
  Code,
  InstitutionalEntry,
  InstitutionalFigure,
  InstitutionalHistory,
  InstitutionalKind,
  InstitutionalList,
  isPeriodTooLong,
  LocalDate,
  MAX_PERIOD_MONTHS,
} from '@motcua/contracts';
import { Body, Controller, Get, Inject, Param, Put, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AtQuery } from '../entries/views.ts';
import { InstitutionalService } from './institutional.service.ts';

const ListQuery = z
  .object({
    unit: Code.describe('The unit; those below it are listed too.'),
    from: LocalDate.describe('First day of the period.'),
    to: LocalDate.describe('Last day; what stands is taken from the tree of this day.'),
    kind: InstitutionalKind.optional().describe('Only this kind.'),
  })
  .refine(({ from, to }) => from <= to, { message: '"from" must not be after "to".', path: ['from'] })
  .refine((period) => !isPeriodTooLong(period), { message: `A period has ${MAX_PERIOD_MONTHS} months at most.`, path: ['from'] });

@ApiTags('institutional-figures')
@Controller('v1/institutional-figures')
export class InstitutionalController {
  constructor(@Inject(InstitutionalService) private readonly figures: InstitutionalService) {}

  @Get()
  @Requires('institutional-figures.read')
  @ApiOperation({ summary: 'Figures of a unit and everything below it that hold in a period, with the units themselves' })
  @ApiResponse({ status: 200, description: 'Units and figures.', standardSchema: InstitutionalList })
  list(@CurrentCaller() caller: Caller, @Query({ schema: ListQuery }) query: z.infer<typeof ListQuery>) {
    return this.figures.list(caller, query);
  }

  @Get(':kind/:unit')
  @Requires('institutional-figures.read')
  @ApiOperation({ summary: 'The figure that holds on a day, or that of the last validity' })
  @ApiResponse({ status: 200, description: 'The figure; ETag is its version.', standardSchema: InstitutionalEntry })
  async find(
    @CurrentActor() actor: Actor,
    @Param('kind', { schema: InstitutionalKind }) kind: InstitutionalKind,
    @Param('unit', { schema: Code }) unit: string,
    @Query({ schema: AtQuery }) { at }: z.infer<typeof AtQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const entry = await this.figures.get(actor, { kind, unit }, at);
    void reply.header('etag', `"${entry.version}"`);
    return entry;
  }

  @Get(':kind/:unit/history')
  @Requires('institutional-figures.read')
  @ApiOperation({ summary: 'Every version ever accepted, oldest first' })
  @ApiResponse({ status: 200, description: 'The history.', standardSchema: InstitutionalHistory })
  history(
    @CurrentActor() actor: Actor,
    @Param('kind', { schema: InstitutionalKind }) kind: InstitutionalKind,
    @Param('unit', { schema: Code }) unit: string,
  ) {
    return this.figures.getHistory(actor, { kind, unit });
  }

  @Put(':kind/:unit')
  @Requires('reference.write')
  @ApiOperation({
    summary: 'Enters a figure with its evidence: a correction of one validity, or a further one. An equal figure changes nothing',
  })
  @ApiResponse({ status: 200, description: 'It is there already.', standardSchema: InstitutionalEntry })
  @ApiResponse({ status: 201, description: 'A version was added.', standardSchema: InstitutionalEntry })
  async put(
    @CurrentActor() actor: Actor,
    @Param('kind', { schema: InstitutionalKind }) kind: InstitutionalKind,
    @Param('unit', { schema: Code }) unit: string,
    @Body({ schema: InstitutionalFigure }) figure: InstitutionalFigure,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { entry, changed } = await this.figures.put(actor, { kind, unit }, figure);
    void reply.status(changed ? 201 : 200).header('etag', `"${entry.version}"`);
    return entry;
  }
}
