import { Requires } from '@motcua/access';
import { CurrentCaller, type Caller } from '@motcua/auth';
import { Board, IndicatorView, NearestPeriod } from '@motcua/contracts';
import { indicators } from '@motcua/indicators';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { toIndicatorView } from '../http/indicator-view.ts';
import { BoardParameters, NearestParameters, toAsOf, toKnownAt, toPeriod } from '../http/queries.ts';
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
  @ApiOperation({
    summary:
      'The figures of a unit and period, in one row or by a grouping, as of any past moment; as known now, as known then, or as reported.',
  })
  @ApiResponse({ status: 200, description: 'The board.', standardSchema: Board })
  readBoard(@CurrentCaller() caller: Caller, @Query({ schema: BoardParameters }) query: BoardParameters): Promise<Board> {
    const { unit, by = null, asOf, organisation } = query;
    const now = Date.now();
    const known = { asOf: toAsOf(asOf, now), knownAt: toKnownAt(query.knownAt, now) };
    return this.boards.read(caller, { unit, period: toPeriod(query), by, organisation, ...known });
  }

  @Get('board/nearest')
  @Requires('figures.read')
  @ApiOperation({ summary: 'Where a period has no figures: the nearest period that has.' })
  @ApiResponse({ status: 200, description: 'It, or that there is none.', standardSchema: NearestPeriod })
  findNearest(
    @CurrentCaller() caller: Caller,
    @Query({ schema: NearestParameters }) query: NearestParameters,
  ): Promise<NearestPeriod> {
    return this.boards.findNearest(caller, {
      unit: query.unit,
      period: toPeriod(query),
      asOf: toAsOf(query.asOf, Date.now()),
    });
  }
}
