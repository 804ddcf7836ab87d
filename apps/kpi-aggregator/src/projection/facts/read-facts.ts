import {
  documentsUnknown,
  type DayVerdict,
  type Documents,
  type OverdueCause,
  type Responsibility,
  type Span,
  type Verdict,
} from '@motcua/indicators';
import { toBinaryUuids } from '../../database/binary-array.ts';
import type { Queryable } from '../../database/queryable.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import type { Place } from '../dictionary/place.ts';
import { packDocuments, unpackDocuments } from '../documents/pack-documents.ts';
import type { Slot } from '../slot.ts';
import { parseMoves } from './moves.ts';

/** What the old contribution and the next fold need of a stored dossier. */
export interface StoredFact {
  /** 0: only what side streams say is known. */
  readonly version: number;
  readonly judgement: number;
  readonly verdict: Verdict | null;
  readonly digitizationVersion: number;
  readonly documents: Documents | null;
  readonly history: readonly Responsibility[];
  readonly spans: readonly { readonly place: number; readonly span: Span }[];
}

/** Everything of a row in one text: the driver makes objects of columns at several times the price of one split. */
const packed = `array_to_string(ARRAY[dossier_id::text, version::text, place::text, open_from::text, open_to::text, breach_766::text,
  breach_original::text, breach_current::text, breach_date::text, span::text, is_last::text, no_due::text, late_766::text,
  late_original::text, late_current::text, day_verdict, procedure, field, channel, service_level, moves::text, judgement::text, cause, judged_at::text, ${packDocuments}], E'\\x1f', '')`;

/** The stored rows of these dossiers. */
export async function readFacts(
  database: Queryable,
  slot: Slot,
  dictionary: Dictionary,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, StoredFact>> {
  const rows = await database.query<{ row: string }>(
    `SELECT ${packed} AS row FROM kpi.fact_${slot} WHERE dossier_id = ANY($1::uuid[]) ORDER BY dossier_id, span`,
    [toBinaryUuids(dossierIds)],
  );
  const fields = rows.map(({ row }) => row.split('\u001f'));
  const places = await dictionary.getPlaces(fields.map((row) => Number(row[2])));
  return toStoredFacts(fields, places);
}

function toStoredFacts(rows: readonly string[][], places: ReadonlyMap<number, Place>): ReadonlyMap<string, StoredFact> {
  const facts = new Map<string, StoredFact>();
  for (const row of rows) {
    const [dossierId = '', version, placeId] = row;
    const place = places.get(Number(placeId));
    if (place === undefined) throw new Error(`The place ${String(placeId)} of dossier ${dossierId} is not in kpi.place`);
    const known = facts.get(dossierId);
    const { digitizationVersion, documents } = known ?? unpackDocuments(row[24] ?? '');
    const span = toSpan(row, place, documents);
    facts.set(dossierId, {
      version: Number(version),
      judgement: Number(row[21]),
      verdict: known?.verdict ?? toVerdict(span),
      digitizationVersion,
      documents,
      history: known?.history ?? toHistory(Number(version), row[20] ?? '', place),
      spans: [...(known?.spans ?? []), { place: place.id, span }],
    });
  }
  return facts;
}

/** Whom a side stream names for a dossier that has not come is no part of the dossier's own history. */
function toHistory(version: number, moves: string, { unit, path, kind }: Place): readonly Responsibility[] {
  if (version === 0) return [];
  return moves === '' ? [{ from: null, unit, path, kind }] : parseMoves(moves);
}

/** One span carries it. */
const toVerdict = ({ cause, judgedAt }: Span): Verdict | null =>
  cause === null || judgedAt === null ? null : { cause, overdueSince: judgedAt };

const toInstant = (text: string | undefined): number | null => (text === '' || text === undefined ? null : Number(text));
const isTrue = (text: string | undefined): boolean => text === 'true';

function toSpan(row: readonly string[], { timeZone, unit, path, kind }: Place, documents: Documents | null): Span {
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
    dayVerdict: row[15] === '' || row[15] === undefined ? null : (row[15] as DayVerdict), // written by `factColumns` alone
    cause: row[22] === '' || row[22] === undefined ? null : (row[22] as OverdueCause), // likewise
    judgedAt: toInstant(row[23]),
    procedure: row[16] ?? '',
    field: row[17] ?? '',
    channel: row[18] ?? '',
    serviceLevel: row[19] ?? '',
    ...(documents === null ? documentsUnknown : { hasChecklist: true, ...documents }),
  };
}
