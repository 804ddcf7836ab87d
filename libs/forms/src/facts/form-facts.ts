import type { Instant, Limit } from '@motcua/calendar';
import type { HandOver } from './hand-over.ts';
import type { Office } from './office.ts';
import type { Applicant, AuthorisedPerson } from './person.ts';

export interface HandedIn {
  readonly name: string;
  readonly copies: number;
  /** How many of them are originals; absent: nobody took that down. */
  readonly originals?: number | undefined;
}

/** What the step says that the form is about. */
export interface StepFacts {
  /** The chosen reason, as a sentence part. */
  readonly reason?: string | undefined;
  /** What the officer wrote. */
  readonly reasonText?: string | undefined;
  /** Of a supplement: what is to be brought. */
  readonly papers?: readonly string[] | undefined;
  /** Of an apology: when the result was to be ready, and when it is now. */
  readonly previousDue?: Instant | null | undefined;
  readonly newDue?: Instant | null | undefined;
}

/** All that the forms of a dossier are made of. What is absent is not known: dots are left for it, to be filled in by hand. */
export interface FormFacts {
  /** IANA zone of the moments on paper. */
  readonly timeZone: string;
  /** When the step was done that the paper is about; of the control slip, the latest. */
  readonly issuedAt: Instant;
  readonly office: Office;
  /** null: it has none before receipt. */
  readonly code: string | null;
  /** Name of the procedure. */
  readonly procedure: string;
  /** What is asked for in particular. */
  readonly content?: string | undefined;
  /** null: before receipt. */
  readonly receivedAt: Instant | null;
  readonly due: Instant | null;
  readonly limit: Limit | null;
  readonly applicant?: Applicant | undefined;
  /** Who acts for an organisation by law. */
  readonly representative?: { readonly name: string; readonly position?: string | undefined } | undefined;
  readonly authorised?: AuthorisedPerson | undefined;
  readonly handedIn: readonly HandedIn[];
  readonly resultBy?: { readonly way: 'counter' | 'post' | 'online'; readonly place?: string | undefined } | undefined;
  readonly fee?:
    | {
        /** In đồng. */
        readonly amount: number;
        readonly receiptNumber?: string | undefined;
        /** false: it is paid when the result is fetched. */
        readonly paid?: boolean | undefined;
      }
    | undefined;
  readonly step: StepFacts;
  readonly handOvers: readonly HandOver[];
  /** Where it is looked up; absent: there is no such place. */
  readonly lookUpLink?: string | undefined;
  /** Made in training: the paper says so. */
  readonly isTraining: boolean;
}
