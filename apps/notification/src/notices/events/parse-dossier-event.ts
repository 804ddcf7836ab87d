import {
  readDossierEvent,
  readLogProgress,
  dossierChanges,
  type DossierForm,
  type DossierEventName,
  type DossierSnapshot,
  type LogProgress,
} from '@motcua/contracts';
import { deadLetter, isControl, ok, type IncomingMessage, type StepResult } from '@motcua/kafka';
import type { z } from 'zod';
import { ProposalChange, toProposalNews, type ProposalNews } from './to-proposal-news.ts';
import type { ApplicantSkip, NotifiableEvent } from './notifiable-event.ts';

/** A state, and the import session by which the event came that left it; null or absent: that was live. */
export type ProjectedState = DossierSnapshot & { readonly importSession?: string | null | undefined };

/** An event of a dossier: what it says, and the state it leaves behind. */
export interface DossierNews {
  readonly event: NotifiableEvent;
  /** Where it proposes something, or decides on it. */
  readonly proposal: ProposalNews | undefined;
  /** Id of the event that this one takes back; undefined: it takes back none. */
  readonly takesBack: string | undefined;
  readonly snapshot: ProjectedState;
}

/** An event that was recorded later than that is history; it notifies no applicant. */
const LATE_MS = 24 * 3_600_000;

/** Of these the applicant is sent what an officer wrote, which is asked for when the notice is sent. */
const reasonsInWords = new Set<DossierEventName>([
  'refused',
  'supplement-requested',
  'payment-requested',
  'extended',
  'apologised',
  'stopped',
]);

/** The form that dossier-intake has of it, which goes out with a mail. */
const forms: Partial<Record<DossierEventName, DossierForm>> = {
  received: 'receipt',
  'supplement-requested': 'supplement',
  refused: 'refusal',
  extended: 'apology',
  apologised: 'apology',
  stopped: 'stopping',
};

/** A message of the dossier log: an event, or a control record between them. */
export const stepLogMessage = (
  message: Pick<IncomingMessage, 'value' | 'headers' | 'offset'>,
): StepResult<DossierNews | LogProgress> => (isControl(message) ? readLogProgress(message) : stepDossierEvent(message));

/** A message of `dossier.events.v1`: news, nothing for us, or poison with the reason. */
export function stepDossierEvent({ value }: Pick<IncomingMessage, 'value'>): StepResult<DossierNews> {
  const watermark = readDossierEvent(value);
  if (watermark.kind !== 'ok') return watermark;
  const { name, event, body } = watermark.value;
  const { id, data: snapshot } = event;
  const change = ProposalChange.safeParse(snapshot.change);
  if (!change.success) return deadLetter(change.error.message, 'validate');
  const planned = toNotifiable(id, name, snapshot, snapshot.change, body);
  const takesBack = name === 'reverted' ? dossierChanges.reverted.parse(snapshot.change).eventId : undefined;
  return ok({ event: planned, proposal: toProposalNews(planned, snapshot.dossierVersion, change.data), takesBack, snapshot });
}

function toNotifiable(
  id: string,
  name: DossierEventName,
  snapshot: ProjectedState,
  change: Readonly<Record<string, unknown>>,
  body: { readonly type: string },
): NotifiableEvent {
  return {
    id,
    name: `dossier.${name}`,
    why: typeof change['reasonCode'] === 'string' ? change['reasonCode'] : null,
    dossier: { id: snapshot.dossierId, code: snapshot.code, sourceCode: snapshot.sourceCode },
    unit: snapshot.responsibleUnit,
    path: snapshot.responsiblePath,
    timeZone: snapshot.timeZone,
    clock: null,
    tell: null,
    urgency: null,
    handlingUnit: snapshot.handlingUnit,
    officer: snapshot.officer,
    procedure: snapshot.procedure,
    isHistory: (snapshot.importSession ?? null) !== null,
    applicantSkip: findApplicantSkip(name, snapshot, change),
    recordedAt: Date.parse(snapshot.recordedAt),
    variables: toVariables(name, snapshot, change),
    body,
  };
}

function findApplicantSkip(
  name: DossierEventName,
  { imported, occurredAt, recordedAt, currentDue }: DossierSnapshot,
  change: Readonly<Record<string, unknown>>,
): ApplicantSkip | null {
  if (imported) return 'imported';
  if (Date.parse(recordedAt) - Date.parse(occurredAt) > LATE_MS) return 'recorded-late';
  if (name !== 'redated') return null;
  // Only whose date moved is notified; while a pause holds the clock there is no date to name.
  const { previousDue } = change as Partial<z.infer<typeof dossierChanges.redated>>;
  const isMoved =
    currentDue !== null &&
    (previousDue === null || previousDue === undefined || Date.parse(previousDue) !== Date.parse(currentDue));
  return isMoved ? null : 'date-unmoved';
}

function toVariables(
  name: DossierEventName,
  { occurredAt, receivedAt, submittedAt, currentDue, officer, dossierVersion }: DossierSnapshot,
  change: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { previousDue, newDue, promised } = change;
  const appointed = { newDue: name === 'extended' ? newDue : null, promised: name === 'apologised' ? promised : null };
  const known = { receivedAt, submittedAt, due: currentDue, previousDue, ...appointed };
  const present = Object.entries(known).filter(([, value]) => value !== null && value !== undefined);
  const words = reasonsInWords.has(name) ? { reasonVersion: dossierVersion } : {};
  const form = forms[name];
  const attached = form === undefined ? {} : { formOf: form, formVersion: dossierVersion };
  const takenBack = name === 'reverted' ? { happening: change['event'], happenedAt: change['occurredAt'] } : {};
  return { occurredAt, officer, ...words, ...attached, ...takenBack, ...Object.fromEntries(present) };
}
