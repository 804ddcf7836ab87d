import type { DossierEventName, Instant } from '../vocabulary.ts';
import type { EventPayload } from './dossier-event.ts';
import type { RecordedState } from './dossier.ts';
import { moveApology, moveExtension, moveField, movePause, moveReceipt, moveRequest, moveStop, type Move } from './move-parts.ts';
import { closePause, openPause } from './pauses.ts';
import { pauseSubmission, stopSubmission } from './submission.ts';

/** Of what stands for itself: a correction rewrites what the others left (`applyRewrite`), a revert restores it (`takeBack`). */
export type EffectName = Exclude<DossierEventName, 'corrected' | 'reverted'>;

interface EventEffect<Name extends EffectName> {
  /** What is known after it. */
  readonly apply: (recorded: RecordedState, payload: Extract<EventPayload, { type: Name }>, at: Instant) => RecordedState;
  /** Where its true moment is approved: what of it is at another moment then. Absent: nothing goes by its moment. */
  readonly move?: Move;
}

/** What each event changes of a dossier, one definition an event. */
export const eventEffects: { readonly [Name in EffectName]: EventEffect<Name> } = {
  submitted: {
    apply: (recorded, _payload, at) => ({ ...recorded, submittedAt: earliest(recorded.submittedAt, at) }),
    move: moveField('submittedAt'),
  },
  received: {
    apply: (recorded, { receipt }) => ({ ...recorded, receipt: recorded.receipt ?? receipt, turnedAwayAt: null }),
    move: moveReceipt,
  },
  refused: {
    apply: (recorded, _payload, at) =>
      recorded.receipt === null
        ? { ...recorded, turnedAwayAt: at }
        : { ...recorded, stop: recorded.stop ?? { at, by: 'refused' } },
    move: (recorded, from, to) =>
      recorded.turnedAwayAt === from ? { ...recorded, turnedAwayAt: to } : moveStop(recorded, from, to),
  },
  transferred: {
    apply: (recorded, { toUnit, officer }, at) => ({
      ...closePause(recorded, 'withdrawal', at),
      handlingUnit: toUnit,
      officer: officer ?? recorded.officer,
      underWay: true,
    }),
    move: movePause('withdrawal', 'to'),
  },
  'supplement-requested': {
    apply: (recorded, { rule, ofSubmission }, at) =>
      ofSubmission === true
        ? pauseSubmission(recorded, 'supplement', at)
        : {
            ...openPause(recorded, 'supplement', rule, at),
            supplementRequests: [...recorded.supplementRequests, at],
          },
    move: (recorded, from, to) => moveRequest(movePause('supplement', 'from')(recorded, from, to), from, to),
  },
  'supplement-received': {
    apply: (recorded, _payload, at) => closePause(recorded, 'supplement', at),
    move: movePause('supplement', 'to'),
  },
  'payment-requested': {
    apply: (recorded, { rule, ofSubmission }, at) =>
      ofSubmission === true ? pauseSubmission(recorded, 'payment', at) : openPause(recorded, 'payment', rule, at),
    move: movePause('payment', 'from'),
  },
  'payment-made': {
    apply: (recorded, _payload, at) => closePause(recorded, 'payment', at),
    move: movePause('payment', 'to'),
  },
  'withdrawal-requested': {
    apply: (recorded, { rule, ofSubmission }, at) =>
      ofSubmission === true ? pauseSubmission(recorded, 'withdrawal', at) : openPause(recorded, 'withdrawal', rule, at),
    move: movePause('withdrawal', 'from'),
  },
  extended: {
    apply: (recorded, { extension }) => ({ ...recorded, extensions: [...recorded.extensions, extension] }),
    move: moveExtension,
  },
  apologised: {
    apply: (recorded, { apology }) => ({ ...recorded, apologies: [...(recorded.apologies ?? []), apology] }),
    move: moveApology,
  },
  redated: { apply: (recorded, { setting }) => ({ ...recorded, setting }) },
  stopped: {
    apply: (recorded, { by, ofSubmission }, at) =>
      ofSubmission === true ? stopSubmission(recorded, { at, by }) : { ...recorded, stop: recorded.stop ?? { at, by } },
    move: moveStop,
  },
  processed: {
    apply: (recorded, _payload, at) => ({ ...recorded, processedAt: earliest(recorded.processedAt, at) }),
    move: moveField('processedAt'),
  },
  returned: {
    apply: (recorded, _payload, at) => ({ ...recorded, returnedAt: earliest(recorded.returnedAt, at) }),
    move: moveField('returnedAt'),
  },
  reassigned: {
    apply: (recorded, { responsible, reform }) => ({
      ...recorded,
      responsible,
      handlingUnit: reform?.toHandlingUnit ?? recorded.handlingUnit,
    }),
  },
};

const earliest = (known: Instant | null, at: Instant): Instant => (known === null ? at : Math.min(known, at));
