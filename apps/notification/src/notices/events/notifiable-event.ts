import type { SlaAudience, SlaClock, Urgency } from '@motcua/contracts';

/** What a notice is about, as it is stored with it: whose dossier, who may see it. No personal data. */
export interface NoticeSubject {
  /** Id of the event behind it: one event notifies one recipient once by one rule. */
  readonly id: string;
  /** Service and short name, `sla.breached`. */
  readonly name: string;
  /** Clock and escalation step, or the change behind it, as a code. */
  readonly why: string | null;
  readonly dossier: { readonly id: string; readonly code: string | null; readonly sourceCode: string | null } | null;
  readonly unit: string;
  /** From the root down to the unit. */
  readonly path: readonly string[];
  readonly timeZone: string;
}

/** What a notice about a proposal goes by. */
export interface NotifiableProposal {
  /** Staff id; null: nobody was named. */
  readonly madeBy: string | null;
  /** Of a unit: the one that was proposed, because who decides stands above both; null: of another kind. */
  readonly unit: string | null;
  /** Epoch ms until which it can be decided on: afterwards nobody is notified that it waits. null: it waits no more. */
  readonly waitsUntil: number | null;
}

/** An event that may notify somebody, whichever stream it came by. */
export interface NotifiableEvent extends NoticeSubject {
  readonly clock: SlaClock | null;
  /** Whom the event itself wants notified; null: the rules alone decide. */
  readonly tell: readonly SlaAudience[] | null;
  readonly urgency: Urgency | null;
  readonly handlingUnit: string;
  readonly officer: string | null;
  readonly procedure: string | null;
  /** It came with a history that was loaded: a fact, of which nobody is notified by itself. */
  readonly isHistory: boolean;
  /** Why the applicant is not notified of it; null: he may be. */
  readonly applicantSkip: ApplicantSkip | null;
  /** When the system learnt of it, epoch ms. */
  readonly recordedAt: number;
  /** What is special to this event, for the template. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Absent: it is about no proposal. */
  readonly proposal?: NotifiableProposal;
  /** The event itself, for those who subscribed to it; null: it is not published. */
  readonly body: { readonly type: string } | null;
}

/** taken-back: the event was, before anybody was notified of it; never-told: what is taken back nobody was notified of. */
export type ApplicantSkip = 'imported' | 'recorded-late' | 'date-unmoved' | 'taken-back' | 'never-told';

/** What an event about a unit and about no dossier says: the rules alone decide who is notified. */
export const aboutUnit = (unit: string) => ({
  unit,
  handlingUnit: unit,
  dossier: null,
  officer: null,
  procedure: null,
  clock: null,
  tell: null,
  urgency: null,
  isHistory: false,
  applicantSkip: null,
});
