import type { DossierEventName, SlaClock, SlaEventName } from '@motcua/contracts';

type NoticeEvent =
  | `dossier.${DossierEventName}`
  | `sla.${SlaEventName}`
  | `notification.proposal-${'waiting' | 'approved' | 'rejected' | 'lapsed'}`;

/** Notices of one event, and what makes them untrue while they have not gone out. */
export interface Overtaking {
  readonly of: NoticeEvent;
  readonly by: readonly NoticeEvent[];
  /** Of alerts: those of this clock alone. */
  readonly clock?: SlaClock;
  /** Only what is about the same: one clock, or one kind of proposal. */
  readonly sameSubject?: true;
}

/** Nothing more is asked of the applicant, and nothing more is promised to them. */
const over = [
  'dossier.refused',
  'dossier.withdrawal-requested',
  'dossier.stopped',
  'dossier.processed',
  'dossier.returned',
] as const;
const appointments = ['dossier.extended', 'dossier.apologised', 'dossier.redated'] as const;
const settled = ['dossier.stopped', 'dossier.processed', 'dossier.returned'] as const;

/**
 * Which notice is made untrue by what. A notice that asks for something ends with the answer, one that names an appointment with the next
 * one, one that warns with what it warned of. What tells of something that happened stays true, however late: submitted, received,
 * transferred, paid, stopped, returned, breached. `reverted` is not here: it overtakes the very event that it takes back.
 */
export const overtakings: readonly Overtaking[] = [
  { of: 'dossier.supplement-requested', by: ['dossier.supplement-received', ...over] },
  { of: 'dossier.payment-requested', by: ['dossier.payment-made', ...over] },
  ...appointments.map((of) => ({ of, by: [...appointments, ...settled] })),
  { of: 'dossier.withdrawal-requested', by: ['dossier.stopped'] },
  { of: 'dossier.processed', by: ['dossier.returned', 'dossier.stopped'] },
  { of: 'sla.due-soon', by: ['sla.breached'], sameSubject: true },
  { of: 'sla.due-soon', clock: 'acceptance', by: ['dossier.received', 'dossier.refused', 'dossier.stopped'] },
  { of: 'sla.due-soon', clock: 'transfer', by: ['dossier.transferred', ...settled] },
  { of: 'sla.due-soon', clock: 'step', by: ['dossier.transferred', ...settled] },
  { of: 'sla.due-soon', clock: 'dossier', by: settled },
  { of: 'sla.due-soon', clock: 'apology', by: ['dossier.extended', ...settled] },
  { of: 'sla.due-soon', clock: 'promise', by: settled },
  {
    of: 'notification.proposal-waiting',
    by: ['notification.proposal-approved', 'notification.proposal-rejected', 'notification.proposal-lapsed'],
    sameSubject: true,
  },
];

/** Notices that an event makes untrue: those of an event, and of what alone; null: whatever they are about. */
export interface Overtaken {
  readonly event: string;
  /** The clock, or the kind of proposal, as `why` begins. */
  readonly subject: string | null;
}

/** Which earlier notices of its dossier an event makes untrue. */
export function findOvertaken({ name, why }: { readonly name: string; readonly why: string | null }): readonly Overtaken[] {
  return overtakings
    .filter(({ by }) => (by as readonly string[]).includes(name))
    .map(({ of, clock, sameSubject }) => ({ event: of, subject: clock ?? (sameSubject === true ? toSubject(why) : null) }));
}

/** `dossier/four-hours-before` → `dossier`. */
const toSubject = (why: string | null): string => (why ?? '').split('/')[0] ?? '';
