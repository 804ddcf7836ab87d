import { Requires } from '@motcua/access';
import { CurrentCaller, type Caller } from '@motcua/auth';
import { Board, IndicatorView } from '@motcua/contracts';
import { indicators } from '@motcua/indicators';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { toIndicatorView } from '../http/indicator-view.ts';
import { BoardParameters, toAsOf, toPeriod } from '../http/queries.ts';
import { listReportIndicators } from '../http/report-indicator-view.ts';
import { BoardService } from './board.service.ts';

@ApiTags('figures')
@Controller('v1')
export class BoardController {
  constructor(private readonly boards: BoardService) {}

  @Get('indicators')
  @Requires('indicators.read')
  @ApiOperation({ summary: 'Every indicator: its formula, source and version.' })
  @ApiResponse({ status: 200, description: 'The registry.', standardSchema: z.object({ indicators: z.array(IndicatorView) }) })
  listIndicators(): { indicators: IndicatorView[] } {
    return { indicators: [...indicators.map(toIndicatorView), ...listReportIndicators()] };
  }

  @Get('board')
  @Requires('figures.read')
  @ApiOperation({ summary: 'The figures of a unit and period, in one row or by a grouping, as of any past moment.' })
  @ApiResponse({ status: 200, description: 'The board.', standardSchema: Board })
  readBoard(@CurrentCaller() caller: Caller, @Query({ schema: BoardParameters }) query: BoardParameters): Promise<Board> {
    const { unit, by = null, asOf } = query;
    return this.boards.read(caller, { unit, period: toPeriod(query), by, asOf: toAsOf(asOf, Date.now()) });
  }
}
