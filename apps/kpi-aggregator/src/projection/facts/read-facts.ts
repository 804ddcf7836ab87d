import {
  documentsUnknown,
  type DayComparison,
  type Documents,
  type OverdueCauseCode,
  type Responsibility,
  type ResponsibilityInterval,
  type OverdueCause,
} from '@motcua/indicators';
import { toBinaryUuids, type Queryable } from '@motcua/postgres';
import type { Dimensions } from '../dimensions/dimensions.ts';
import type { UnitPlacement } from '../dimensions/unit-placement.ts';
import type { TableSet } from '../table-set.ts';
import { parseMoves } from './moves.ts';
import { packDocuments, unpackDocuments } from './pack-documents.ts';

/** What the old contribution and the next fold need of a stored dossier. */
export interface StoredFactRow {
  /** 0: only what enrichment streams say is known. */
  readonly version: number;
  readonly judgement: number;
  readonly overdueCause: OverdueCause | null;
  readonly digitizationVersion: number;
  readonly documents: Documents | null;
  readonly history: readonly Responsibility[];
  readonly intervals: readonly { readonly placement: number; readonly interval: ResponsibilityInterval }[];
}

/** Everything of a row in one text: the driver makes objects of columns at several times the price of one split. */
const packed = `array_to_string(ARRAY[dossier_id::text, version::text, place::text, open_from::text, open_to::text, breach_766::text,
  breach_original::text, breach_current::text, breach_date::text, span::text, is_last::text, no_due::text, late_766::text,
  late_original::text, late_current::text, day_verdict, procedure, field, channel, service_level, moves::text, judgement::text, cause, judged_at::text, ${packDocuments}], E'\\x1f', '')`;

/** The stored rows of these dossiers. */
export async function readFactRows(
  database: Queryable,
  tableSet: TableSet,
  dimensions: Dimensions,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, StoredFactRow>> {
  const rows = await database.query<{ row: string }>(
    `SELECT ${packed} AS row FROM kpi.fact_${tableSet} WHERE dossier_id = ANY($1::uuid[]) ORDER BY dossier_id, span`,
    [toBinaryUuids(dossierIds)],
  );
  const fields = rows.map(({ row }) => row.split('\u001f'));
  const placements = await dimensions.getPlaces(fields.map((row) => Number(row[2])));
  return toStoredFactRows(fields, placements);
}

function toStoredFactRows(
  rows: readonly string[][],
  placements: ReadonlyMap<number, UnitPlacement>,
): ReadonlyMap<string, StoredFactRow> {
  const facts = new Map<string, StoredFactRow>();
  for (const row of rows) {
    const [dossierId = '', version, placeId] = row;
    const placement = placements.get(Number(placeId));
    if (placement === undefined) throw new Error(`The place ${String(placeId)} of dossier ${dossierId} is not in kpi.place`);
    const known = facts.get(dossierId);
    const { digitizationVersion, documents } = known ?? unpackDocuments(row[24] ?? '');
    const interval = toInterval(row, placement, documents);
    facts.set(dossierId, {
      version: Number(version),
      judgement: Number(row[21]),
      overdueCause: known?.overdueCause ?? toOverdueCause(interval),
      digitizationVersion,
      documents,
      history: known?.history ?? toHistory(Number(version), row[20] ?? '', placement),
      intervals: [...(known?.intervals ?? []), { placement: placement.id, interval }],
    });
  }
  return facts;
}

/** Whom an enrichment stream names for a dossier that has not come is no part of the dossier's own history. */
function toHistory(version: number, moves: string, { unit, path, kind }: UnitPlacement): readonly Responsibility[] {
  if (version === 0) return [];
  return moves === '' ? [{ from: null, unit, path, kind }] : parseMoves(moves);
}

/** One responsibility interval carries it. */
const toOverdueCause = ({ cause, judgedAt }: ResponsibilityInterval): OverdueCause | null =>
  cause === null || judgedAt === null ? null : { cause, overdueSince: judgedAt };

const toInstant = (text: string | undefined): number | null => (text === '' || text === undefined ? null : Number(text));
const isTrue = (text: string | undefined): boolean => text === 'true';

function toInterval(
  row: readonly string[],
  { timeZone, unit, path, kind }: UnitPlacement,
  documents: Documents | null,
): ResponsibilityInterval {
  return {
    timeZone,
    unit,
    path,
    kind,
    openFrom: toInstant(row[3]),
    openTo: toInstant(row[4]),
    breach766: toInstant(row[5]),
    breachOriginal: toInstant(row[6]),
    breachCurrent: toInstant(row[7]),
    breachDate: toInstant(row[8]),
    isFirst: row[9] === '0',
    isLast: isTrue(row[10]),
    noDue: isTrue(row[11]),
    late766: isTrue(row[12]),
    lateOriginal: isTrue(row[13]),
    lateCurrent: isTrue(row[14]),
    dayComparison: row[15] === '' || row[15] === undefined ? null : (row[15] as DayComparison), // written by `factColumns` alone
    cause: row[22] === '' || row[22] === undefined ? null : (row[22] as OverdueCauseCode), // likewise
    judgedAt: toInstant(row[23]),
    procedure: row[16] ?? '',
    field: row[17] ?? '',
    channel: row[18] ?? '',
    serviceLevel: row[19] ?? '',
    ...(documents === null ? documentsUnknown : { hasChecklist: true, ...documents }),
  };
}
