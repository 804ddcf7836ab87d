import type { SlaClock, SlaData } from '@motcua/contracts';
import { unpackEscalation } from '../packed-escalation.ts';
import { toDossierSlaEvent, type EventRow } from '../../outbox/sla-events.ts';

type Alert = SlaData<'due-soon'>;

/** An alert as the statement that fires leaves it, with the dossier as it stands now and the escalation policy it was fired by. */
export interface AlertRow {
  readonly dossierId: string;
  readonly subject: string;
  readonly clock: SlaClock;
  readonly generation: number;
  readonly due: Date;
  readonly originalDue: Date | null;
  readonly firedAt: Date;
  /** Packed, as a bigint's text. */
  readonly escalation: string;
  /** Packed, lowest first; null: it stands in for none. */
  readonly coalesced: readonly string[] | null;
  readonly fromImport: true | null;
  /** Of each step of the policy, by place. */
  readonly steps: readonly string[];
  readonly kinds: readonly string[];
  readonly audiences: readonly string[];
  readonly urgencies: readonly string[];
}

const ofPolicy = (column: string): string => `(SELECT ${column} FROM sla.ladder WHERE id = event.ladder)`;

/** What an `AlertRow` is made of, of `sla.event`: looked up row by row, for a join the server may build from the whole table of dossiers. */
export const alertColumns = [
  'dossier_id AS "dossierId"',
  '(SELECT subject FROM sla.dossier WHERE dossier.dossier_id = event.dossier_id)',
  'clock',
  'generation',
  'due',
  'original_due AS "originalDue"',
  'fired_at AS "firedAt"',
  'rung AS escalation',
  'folded AS coalesced',
  'from_import AS "fromImport"',
  `${ofPolicy('rungs')} AS steps`,
  ofPolicy('kinds'),
  `${ofPolicy('tells')} AS audiences`,
  ofPolicy('urgencies'),
] as const;

/** The same to the letter however often it is made, while the dossier stands as it does. */
export function toAlertEvent(row: AlertRow): EventRow {
  const { clock, generation, steps } = row;
  const { at, place, remainingMinutes } = unpackEscalation(BigInt(row.escalation));
  const step = getOf(steps, place);
  const data = {
    clock,
    generation,
    due: row.due.toISOString(),
    originalDue: row.originalDue?.toISOString() ?? null,
    rung: step,
    foldedRungs: (row.coalesced ?? []).map((packed) => getOf(steps, unpackEscalation(BigInt(packed)).place)),
    remainingMinutes,
    reachedAt: new Date(at).toISOString(),
    firedAt: row.firedAt.toISOString(),
    tell: JSON.parse(getOf(row.audiences, place)) as Alert['tell'],
    urgency: getOf(row.urgencies, place) as Alert['urgency'],
    ...(row.fromImport === null ? {} : { fromImport: true }),
  };
  return toDossierSlaEvent(getOf(row.kinds, place) === 'before' ? 'due-soon' : 'breached', row, {
    id: `${clock}/${generation}/${step}`,
    at,
    data,
  });
}

/** @throws where an escalation step lies outside of its policy: what was fired and the policy are never changed */
function getOf(values: readonly string[], place: number): string {
  const value = values[place];
  if (value === undefined) throw new Error(`its escalation policy has no step ${place}`);
  return value;
}
