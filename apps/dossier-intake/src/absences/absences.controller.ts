import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { Absence, AbsenceList, Code, NewAbsence } from '@motcua/contracts';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { Absences } from './absences.ts';

const ListQuery = z.object({ unit: Code.optional().describe('Of this unit and those below it; absent: of one’s own.') });

@Controller('v1/absences')
export class AbsencesController {
  constructor(@Inject(Absences) private readonly absences: Absences) {}

  @Get()
  @Requires('absences.read')
  @ApiOperation({ summary: 'Who is absent today or will be, and who stands in' })
  @ApiResponse({ status: 200, description: 'All of them.', standardSchema: AbsenceList })
  list(@Query({ schema: ListQuery }) { unit }: z.infer<typeof ListQuery>, @CurrentActor() actor: Actor): Promise<AbsenceList> {
    return this.absences.list(actor, unit);
  }

  @Post()
  @Requires('absences.write')
  @HttpCode(201)
  @ApiOperation({ summary: 'Records an absence: one’s own, or by a head that of somebody of their unit' })
  @ApiResponse({ status: 201, description: 'Recorded.', standardSchema: Absence })
  record(@Body({ schema: NewAbsence }) body: NewAbsence, @CurrentActor() actor: Actor): Promise<Absence> {
    return this.absences.record(actor, body);
  }

  @Post(':id/end')
  @Requires('absences.write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ends an absence now: they are back, or it was recorded wrongly' })
  @ApiResponse({ status: 200, description: 'As it was recorded; it holds no longer.', standardSchema: Absence })
  end(@Param('id', { schema: Absence.shape.id }) id: string, @CurrentActor() actor: Actor): Promise<Absence> {
    return this.absences.end(actor, id);
  }
}
