import { Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { DossierLinePage, type FigurePart } from '@motcua/contracts';
import { CursorNumber, encodeCursor, parseCursor } from '@motcua/http';
import { findIndicator, findPart, type Indicator, type Part } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { UnitPlacement } from '../../figures/unit-placements.query.ts';
import { findOpenedOtherwise } from '../../http/opened-otherwise.ts';
import { indicatorUnknown, partUnknown } from '../../http/problems.ts';
import { DossierParameters, toAsOf, toPeriod } from '../../http/queries.ts';
import { getActiveTableSet } from '../../projection/table-set.ts';
import { localDays } from '../../time/local-days.ts';
import { BoardService } from '../board.service.ts';
import { toCountedFactRows } from './counted-facts.ts';
import { countCounted, listCounted } from './list-counted.query.ts';

const Position = z.strictObject({ receivedAt: CursorNumber, dossierId: z.uuid() });

@ApiTags('figures')
@Controller('v1/indicators')
export class DossiersController {
  constructor(private readonly boards: BoardService) {}

  @Get(':id/dossiers')
  @Requires('figures.open')
  @ApiOperation({ summary: 'The dossiers behind a figure, or behind one of a board’s rows, in the order of receipt.' })
  @ApiResponse({ status: 200, description: 'A page; all pages together hold `total` lines.', standardSchema: DossierLinePage })
  list(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: DossierParameters }) query: DossierParameters,
  ): Promise<DossierLinePage> {
    const indicator = findIndicator(id);
    if (indicator === undefined) throw findOpenedOtherwise(id, 'dossiers') ?? indicatorUnknown(id);
    const part = getPart(indicator, query.part);
    return this.boards.onSnapshot(actor, query.unit, (database, places) => readPage(database, places, indicator, part, query));
  }
}

interface NamedPart {
  readonly name: FigurePart;
  readonly terms: Part;
  /** Of the rest: what is not in it. */
  readonly without?: Part | undefined;
}

function getPart(indicator: Indicator, wanted: FigurePart | undefined): NamedPart {
  const name = wanted === undefined || wanted === 'value' ? 'numerator' : wanted;
  const terms = findPart(indicator, name === 'rest' ? 'denominator' : name);
  if (terms === undefined) throw partUnknown(indicator.id);
  const without = name === 'rest' ? findPart(indicator, 'numerator') : undefined;
  return { name: indicator.kind === 'count' ? 'value' : name, terms, without };
}

async function readPage(
  database: Queryable,
  places: readonly UnitPlacement[],
  indicator: Indicator,
  part: NamedPart,
  query: DossierParameters,
): Promise<DossierLinePage> {
  const { unit, by, key, cursor, limit } = query;
  const asOf = toAsOf(query.asOf, Date.now());
  const row = by === undefined || key === undefined ? null : { by, key };
  const tableSet = await getActiveTableSet(database);
  const counted = toCountedFactRows(
    { unit, period: toPeriod(query), asOf, part: part.terms, without: part.without, row },
    places,
    localDays,
  );
  const after = cursor === undefined ? undefined : parseCursor(cursor, Position);
  const { dossiers, next } = await listCounted(database, tableSet, counted, { after, limit });
  return {
    indicator: indicator.id,
    version: indicator.version,
    part: part.name,
    unit,
    period: { from: query.from, to: query.to },
    asOf: new Date(asOf).toISOString(),
    total: await countCounted(database, tableSet, counted),
    dossiers: [...dossiers],
    next: next === null ? null : encodeCursor(next),
  };
}
