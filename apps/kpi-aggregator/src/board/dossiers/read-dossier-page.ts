import type { DossierLinePage, FigurePart } from '@motcua/contracts';
import { CursorNumber, encodeCursor, parseCursor } from '@motcua/http';
import { findIndicator, findPart, type Indicator, type Part } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { z } from 'zod';
import type { UnitPlacement } from '../../figures/unit-placements.query.ts';
import { findOpenedOtherwise } from '../../http/opened-otherwise.ts';
import { indicatorUnknown, partUnknown } from '../../http/problems.ts';
import { toAsOf, toPeriod, type DossierParameters } from '../../http/queries.ts';
import type { MovedPlacement } from '../../organisation/list-moved.ts';
import { getActiveTableSet } from '../../projection/table-set.ts';
import { localDays } from '../../time/local-days.ts';
import { toCountedFactRows } from './counted-facts.ts';
import { countCounted, listCounted } from './list-counted.query.ts';

/** Where a page of dossiers ends. */
export const Position = z.strictObject({ receivedAt: CursorNumber, dossierId: z.uuid() });

/** Which dossiers are listed: those that a part of an indicator counts. */
export interface ListedPart {
  readonly indicator: Indicator;
  readonly name: FigurePart;
  readonly terms: Part;
  /** Of the rest: what is not in it. */
  readonly without?: Part | undefined;
}

/** @throws ProblemError 404 `indicator.unknown`, 422 `indicator.opened-otherwise`, `indicator.no-denominator` */
export function getListedPart(id: string, wanted: FigurePart | undefined): ListedPart {
  const indicator = findIndicator(id);
  if (indicator === undefined) throw findOpenedOtherwise(id, 'dossiers') ?? indicatorUnknown(id);
  const name = wanted === undefined || wanted === 'value' ? 'numerator' : wanted;
  const terms = findPart(indicator, name === 'rest' ? 'denominator' : name);
  if (terms === undefined) throw partUnknown(indicator.id);
  const without = name === 'rest' ? findPart(indicator, 'numerator') : undefined;
  return { indicator, name: indicator.kind === 'count' ? 'value' : name, terms, without };
}

/** A page of the dossiers behind a figure, and how many there are in all. */
export async function readDossierPage(
  database: Queryable,
  places: readonly UnitPlacement[],
  { indicator, name, terms, without }: ListedPart,
  query: Omit<DossierParameters, 'organisation'>,
  moved: readonly MovedPlacement[] = [],
): Promise<DossierLinePage> {
  const { unit, by, key, cursor, limit } = query;
  const asOf = toAsOf(query.asOf, Date.now());
  const row = by === undefined || key === undefined ? null : { by, key };
  const tableSet = await getActiveTableSet(database);
  const asked = { unit, period: toPeriod(query), asOf, part: terms, without, row, moved };
  const counted = toCountedFactRows(asked, places, localDays);
  const after = cursor === undefined ? undefined : parseCursor(cursor, Position);
  const { dossiers, next } = await listCounted(database, tableSet, counted, { after, limit, asOf });
  return {
    indicator: indicator.id,
    version: indicator.version,
    part: name,
    unit,
    period: { from: query.from, to: query.to },
    asOf: new Date(asOf).toISOString(),
    total: await countCounted(database, tableSet, counted),
    dossiers: [...dossiers],
    next: next === null ? null : encodeCursor(next),
  };
}
