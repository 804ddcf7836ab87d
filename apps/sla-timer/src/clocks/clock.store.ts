import type { ScheduledClock, SlaClock } from '@motcua/sla';
import type { Transaction } from '@motcua/kafka';
import { toBinaryColumns } from '@motcua/postgres';
import { packEscalation, unpackEscalation } from './packed-escalation.ts';
import type { EscalationPolicy, EscalationPolicyCache } from './escalation-policy-cache.ts';

interface ClockRow {
  readonly dossier_id: string;
  readonly clock: SlaClock;
  readonly state: ScheduledClock['state'];
  readonly due: Date | null;
  readonly original_due: Date | null;
  readonly late_from: Date | null;
  readonly started_at: Date;
  readonly armed_at: Date;
  readonly breached_at: Date | null;
  readonly closed_at: Date | null;
  readonly generation: number;
  readonly ladder: number | null;
  readonly limit_minutes: number | null;
  readonly because: string;
  readonly step: string | null;
  readonly schedule: string[] | null;
}

/** A clock to be written. */
export interface ClockWrite {
  readonly dossierId: string;
  readonly clock: ScheduledClock;
  /** The number of its escalation policy, with what stands on it. */
  readonly ladder: { readonly id: number } & EscalationPolicy;
  /** Its lane is the hash of this. */
  readonly responsibleUnit: string;
  readonly partition: number;
  readonly hold: ClockHold;
}

/** By what the newest event of its dossier came. `held`: its import session has not ended; `over`: it has, the event comes late. */
export type ClockHold =
  { readonly kind: 'live' } | { readonly kind: 'held'; readonly session: string } | { readonly kind: 'over' };
export const live: ClockHold = { kind: 'live' };

/** The clocks of dossiers, by dossier. */
export async function readClocks(
  transaction: Transaction,
  policies: EscalationPolicyCache,
  dossierIds: readonly string[],
): Promise<Map<string, Map<SlaClock, ScheduledClock>>> {
  const rows = await transaction.query<ClockRow>('SELECT * FROM sla.clock WHERE dossier_id = ANY ($1::uuid[])', [dossierIds]);
  const clocks = new Map<string, Map<SlaClock, ScheduledClock>>();
  for (const row of rows) {
    const policy = row.ladder === null ? undefined : await policies.get(row.ladder);
    const own = clocks.get(row.dossier_id) ?? new Map<SlaClock, ScheduledClock>();
    clocks.set(row.dossier_id, own.set(row.clock, toScheduledClock(row, policy)));
  }
  return clocks;
}

function toScheduledClock(row: ClockRow, policy: EscalationPolicy | undefined): ScheduledClock {
  return {
    clock: row.clock,
    state: row.state,
    startedAt: row.started_at.getTime(),
    due: toMs(row.due),
    originalDue: toMs(row.original_due),
    lateFrom: toMs(row.late_from),
    limitMinutes: row.limit_minutes,
    closedAt: toMs(row.closed_at),
    step: row.step,
    generation: row.generation,
    scheduledAt: row.armed_at.getTime(),
    because: row.because,
    breachedAt: toMs(row.breached_at),
    schedule: (row.schedule ?? []).map((packed) => {
      const { at, place, remainingMinutes } = unpackEscalation(BigInt(packed));
      return { at, remainingMinutes, rung: policy?.rungs[place] ?? '', kind: policy?.kinds[place] ?? 'before' };
    }),
  };
}

const toMs = (at: Date | null): number | null => at?.getTime() ?? null;

const columns = {
  dossier_id: 'uuid',
  clock: 'sla.clock_name',
  state: 'sla.clock_state',
  due: 'float8',
  original_due: 'float8',
  late_from: 'float8',
  soon_at: 'float8',
  started_at: 'float8',
  armed_at: 'float8',
  breached_at: 'float8',
  closed_at: 'float8',
  generation: 'int4',
  unit: 'text',
  ladder: 'int4',
  limit_minutes: 'int4',
  partition: 'int2',
  because: 'text',
  step: 'text',
  schedule: 'text',
  import_session: 'uuid',
  is_imported: 'bool',
} as const;
type Column = keyof typeof columns;
const names = Object.keys(columns) as Column[];
const moments = new Set<string>([
  'due',
  'original_due',
  'late_from',
  'soon_at',
  'started_at',
  'armed_at',
  'breached_at',
  'closed_at',
]);
const reckoned = new Set<string>(['unit', 'schedule', 'is_imported']);
const stored = names.filter((name) => !reckoned.has(name));
const kept = [...stored, 'lane', 'schedule', 'next_at', 'held_until', 'imported_until', 'last_rung'];

/**
 * When a clock with these escalation steps fires, as `next_at, held_until`. Under an import session it waits under no moment. One that is past its next
 * escalation step is held until everything recorded by now has been read: an end a little further on in the log still silences it.
 */
const whenToFire = (escalations: string, session: string): string => `
  CASE WHEN ${session} IS NULL AND sla.rung_at(${escalations}[1]) > sla.clock_now() THEN sla.rung_at(${escalations}[1]) END,
  CASE WHEN ${session} IS NULL AND sla.rung_at(${escalations}[1]) <= sla.clock_now() THEN clock_timestamp() END`;

/** A new generation begins with no escalation step fired. */
const upsert = `
INSERT INTO sla.clock (${kept.join(', ')})
SELECT ${stored.map((name) => (moments.has(name) ? `to_timestamp(${name} / 1000)` : name)).join(', ')}, hashtext(unit), rungs,
  ${whenToFire('rungs', 'import_session')}, CASE WHEN is_imported THEN sla.clock_now() END, NULL
FROM unnest(${names.map((name, index) => `$${index + 1}::${columns[name]}[]`).join(', ')}) AS given (${names.join(', ')}),
  LATERAL (SELECT schedule::bigint[] AS rungs) AS packed
ON CONFLICT (dossier_id, clock) DO UPDATE SET
  ${kept
    .filter((name) => name !== 'dossier_id' && name !== 'clock')
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`;

/** Writes clocks in one statement, rows in sorted order. */
export async function writeClocks(transaction: Transaction, writes: readonly ClockWrite[]): Promise<void> {
  if (writes.length === 0) return;
  const rows = writes.map(toRow).sort((one, other) => (one.dossier_id < other.dossier_id ? -1 : 1));
  await transaction.query(upsert, toBinaryColumns(rows, columns));
}

/** Of dossiers whose newest event came otherwise than the one before: their clocks that did not change wait accordingly. */
const rehold = `
UPDATE sla.clock SET import_session = given.session, imported_until = NULL, (next_at, held_until) = (SELECT ${whenToFire('schedule', 'given.session')})
FROM unnest($1::uuid[], $2::uuid[]) AS given (dossier_id, session)
WHERE clock.dossier_id = given.dossier_id AND clock.import_session IS DISTINCT FROM given.session`;

export async function reholdClocks(
  transaction: Transaction,
  dossiers: readonly { readonly dossierId: string; readonly hold: ClockHold }[],
): Promise<void> {
  if (dossiers.length === 0) return;
  await transaction.query(rehold, [
    dossiers.map(({ dossierId }) => dossierId),
    dossiers.map(({ hold }) => (hold.kind === 'held' ? hold.session : null)),
  ]);
}

function toRow({
  dossierId,
  clock,
  ladder: policy,
  responsibleUnit,
  partition,
  hold,
}: ClockWrite): Record<Column, unknown> & { dossier_id: string } {
  const runs = clock.state === 'running' && clock.schedule.length > 0;
  const packed = clock.schedule.map((escalation) =>
    packEscalation({ ...escalation, place: policy.rungs.indexOf(escalation.rung) }),
  );
  return {
    dossier_id: dossierId,
    clock: clock.clock,
    state: clock.state,
    due: clock.due,
    original_due: clock.originalDue,
    late_from: clock.lateFrom,
    soon_at: clock.schedule.find(({ kind }) => kind === 'before')?.at ?? null,
    started_at: clock.startedAt,
    armed_at: clock.scheduledAt,
    breached_at: clock.breachedAt,
    closed_at: clock.closedAt,
    generation: clock.generation,
    unit: responsibleUnit,
    ladder: policy.id,
    limit_minutes: clock.limitMinutes,
    partition,
    because: clock.because,
    step: clock.step,
    schedule: runs ? `{${packed.join(',')}}` : null,
    // The dossier's own clock waits for the session also where it is over: then it is classified.
    import_session: hold.kind === 'held' && (runs || clock.clock === 'dossier') ? hold.session : null,
    is_imported: hold.kind === 'over',
  };
}
