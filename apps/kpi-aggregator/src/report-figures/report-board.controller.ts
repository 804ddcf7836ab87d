import { Requires } from '@motcua/access';
import { CurrentCaller, type Caller } from '@motcua/auth';
import { Code, IsoInstant, LocalDate, ReportBoard, ReportBoardGrouping } from '@motcua/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { toAsOf, toPeriod } from '../http/queries.ts';
import { ReportBoardService } from './report-board.service.ts';

const ReportBoardParameters = z.object({
  unit: Code.describe('Unit whose subtree is counted.'),
  from: LocalDate.describe('First day.'),
  to: LocalDate.describe('Last day; what stands counts as it stands then.'),
  by: ReportBoardGrouping.optional(),
  asOf: IsoInstant.optional().describe('The moment the figures stand for; absent or ahead of now: now.'),
});

@ApiTags('figures')
@Controller('v1/board/report')
export class ReportBoardController {
  constructor(private readonly boards: ReportBoardService) {}

  @Get()
  @Requires('figures.read')
  @ApiOperation({ summary: 'Satisfaction and institutional figures of a unit and period, in one row, by unit or by month.' })
  @ApiResponse({ status: 200, description: 'The board.', standardSchema: ReportBoard })
  read(
    @CurrentCaller() caller: Caller,
    @Query({ schema: ReportBoardParameters }) { unit, from, to, by, asOf }: z.infer<typeof ReportBoardParameters>,
  ): Promise<ReportBoard> {
    toPeriod({ from, to }); // refuses what ends before it begins
    return this.boards.read(caller, { unit, period: { from, to }, by: by ?? null, asOf: toAsOf(asOf, Date.now()) });
  }
}
