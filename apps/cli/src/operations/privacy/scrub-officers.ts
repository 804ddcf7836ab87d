import { isPlainId } from '@motcua/dossier';
import { toOfficerReference } from '@motcua/postgres';
import { type Batch, BATCH_SIZE, type BatchParts, type Scrubbed, scrubInBatches } from './scrub-batches.ts';

export interface OfficerParts extends BatchParts {
  /** The active one of `APPLICANT_HASH_KEY`: imports of today make their references with it. */
  readonly hashKey: Buffer;
  readonly isDryRun: boolean;
}

/**
 * Replaces officers that were reported by name or number before such were concealed, wherever a service kept them, by the reference that
 * an import gives them today. It is made of the source that opened the dossier, in every place alike, so that log and projections stay
 * equal and one officer keeps one figure. Ids as systems give them stay.
 */
export async function scrubOfficers(parts: OfficerParts): Promise<Scrubbed[]> {
  const done: Scrubbed[] = [];
  for (const place of places) done.push(await scrubInBatches(parts, nameOf(place), (after) => scrubBatch(parts, place, after)));
  return done;
}

/** A column, or a path in one, that names an officer. All of it is SQL of ours. */
interface Place {
  readonly table: string;
  readonly what?: string;
  /** The primary key, with types, in the order of batches. */
  readonly key: readonly (readonly [column: string, type: string])[];
  readonly dossierId: string;
  readonly officer: string;
  /** Sets the officer `$2`. */
  readonly set: string;
}

const ofDossier = [['dossier_id', 'uuid']] as const;
const ofId = [['id', 'uuid']] as const;
/** The path of an officer in a column that holds JSON of any type. */
const within = (column: string, path: string, type: 'text' | 'json' | 'jsonb' = 'jsonb') => {
  const asJson = type === 'jsonb' ? column : `${column}::jsonb`;
  const back = type === 'jsonb' ? '' : `::${type}`;
  return {
    officer: `${asJson} #>> '{${path}}'`,
    set: `${column} = jsonb_set(${asJson}, '{${path}}', to_jsonb($2::text))${back}`,
  };
};
/** `sla.dossier.subject` holds the members of an object, without its braces. */
const subject = `('{' || subject || '}')::jsonb`;
const renewedSubject = `jsonb_set(${subject}, '{officer}', to_jsonb($2::text))::text`;
const column = { officer: 'officer', set: 'officer = $2' };

const places: readonly Place[] = [
  {
    table: 'intake.event',
    key: [
      ['dossier_id', 'uuid'],
      ['version', 'integer'],
    ],
    dossierId: 'dossier_id',
    ...within('body', 'data,officer', 'text'),
  },
  { table: 'intake.dossier', key: ofDossier, dossierId: 'dossier_id', ...within('state', 'officer', 'json') },
  {
    table: 'intake.idempotency_key',
    key: [
      ['actor', 'text'],
      ['key', 'text'],
    ],
    dossierId: `(body::jsonb #>> '{dossier,dossierId}')::uuid`,
    ...within('body', 'dossier,officer', 'text'),
  },
  {
    table: 'sla.dossier',
    key: ofDossier,
    dossierId: 'dossier_id',
    officer: 'officer',
    set: `officer = $2, subject = substr(${renewedSubject}, 2, length(${renewedSubject}) - 2)`,
  },
  {
    table: 'sla.event',
    key: [
      ['xid', 'xid8'],
      ['position', 'bigint'],
    ],
    dossierId: `(body::jsonb #>> '{data,dossierId}')::uuid`,
    ...within('body', 'data,officer', 'text'),
  },
  ...[0, 1].map((slot): Place => ({
    table: `kpi.fact_${slot}`,
    key: [
      ['dossier_id', 'uuid'],
      ['span', 'bigint'],
    ],
    dossierId: 'dossier_id',
    ...column,
  })),
  { table: 'notification.dossier', key: ofDossier, dossierId: 'dossier_id', ...column },
  { table: 'notification.notice', key: ofId, dossierId: 'dossier_id', ...within('data', 'officer') },
  {
    table: 'notification.delivery',
    what: 'variables',
    key: ofId,
    dossierId: 'dossier_id',
    ...within('variables', 'officer'),
  },
  {
    table: 'notification.delivery',
    what: 'event',
    key: ofId,
    dossierId: `(event #>> '{data,dossierId}')::uuid`,
    ...within('event', 'data,officer'),
  },
];

const nameOf = ({ table, what }: Place): string => `${table} (officer${what === undefined ? '' : ` in ${what}`})`;

/** What may be no plain id: PostgreSQL knows letters of Latin alone, so the rest is looked at once more by the rule itself. */
const isSuspicious = (officer: string): string =>
  `(${officer} !~ '^[A-Za-z0-9_.@:/+-]{0,64}$' OR ${officer} ~ '[0-9]([.-]?[0-9]){8}') AND ${officer} !~ '^concealed-[A-Za-z0-9_-]{16}$'`;

interface Found {
  readonly key: readonly string[];
  readonly officer: string;
  readonly origin: string | null;
}

async function scrubBatch(
  { client, hashKey, isDryRun }: OfficerParts,
  place: Place,
  after: readonly string[] | null,
): Promise<Batch> {
  const { rows: found } = await client.query<Found>(toFind(place), [after]);
  const named = found.filter(({ officer }) => !isPlainId(officer));
  let rows = named.length;
  if (!isDryRun) {
    const update = toUpdate(place);
    rows = 0;
    for (const { key, officer, origin } of named) {
      const changed = await client.query(update, [key, toOfficerReference(hashKey, origin ?? '', officer), officer]);
      rows += changed.rowCount ?? 0;
    }
  }
  return { rows, last: found.length < BATCH_SIZE ? undefined : found.at(-1)?.key };
}

function toFind({ table, key, dossierId, officer }: Place): string {
  const columns = key.map(([name]) => name).join(', ');
  const given = key.map(([, type], index) => `($1::text[])[${index + 1}]::${type}`).join(', ');
  return `
SELECT t.row_key AS key, t.named AS officer, d.origin
FROM (SELECT ARRAY[${key.map(([name]) => `${name}::text`).join(', ')}] AS row_key, ${officer} AS named, ${dossierId} AS whose, ${columns}
      FROM ${table} WHERE ${isSuspicious(officer)} AND ($1::text[] IS NULL OR (${columns}) > (${given}))
      ORDER BY ${columns} LIMIT ${BATCH_SIZE}) t
  LEFT JOIN intake.dossier d ON d.dossier_id = t.whose
ORDER BY ${key.map(([name]) => `t.${name}`).join(', ')}`;
}

/** Only where it still says so: the service goes on meanwhile. */
function toUpdate({ table, key, officer, set }: Place): string {
  const isRow = key.map(([name, type], index) => `${name} = ($1::text[])[${index + 1}]::${type}`).join(' AND ');
  return `UPDATE ${table} SET ${set} WHERE ${isRow} AND ${officer} = $3`;
}
