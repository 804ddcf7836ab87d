import type { DossierEvent } from './dossier-event.ts';
import type { Dossier, KnownDossier, OptionalField, RecordedState, StateBefore, UndoPoint } from './dossier.ts';
import { isRevertible } from './revertible.ts';
import type { TakenBack } from './taken-back.ts';

/** What an event may change; a proposal that it made is rejected when it is taken back, and stays on record. */
const restored = {
  id: false,
  origin: false,
  sourceCode: false,
  imported: false,
  procedure: true,
  field: true,
  serviceLevel: true,
  channel: true,
  responsible: true,
  officer: true,
  setting: true,
  version: false,
  handlingUnit: true,
  submittedAt: true,
  turnedAwayAt: true,
  submission: true,
  receipt: true,
  underWay: true,
  toldPauses: true,
  supplementRequests: true,
  extensions: true,
  apologies: true,
  processedAt: true,
  returnedAt: true,
  stop: true,
  findings: true,
  proposals: false,
  lastOccurredAt: true,
  undo: false,
  revertedVersion: false,
} as const satisfies Record<keyof RecordedState, boolean>;
const restoredFields = (Object.keys(restored) as (keyof typeof restored)[]).filter((field) => restored[field]);

/** By what an event may be taken back; undefined: nobody may, or there was nothing before it. */
export function toUndoPoint(before: Dossier, event: DossierEvent, after: RecordedState): UndoPoint | undefined {
  if (event.author === undefined || before.status === 'none' || !isRevertible(event.type)) return undefined;
  const { occurredAt, recordedAt, author, type } = event;
  return { event: type, version: after.version, occurredAt, recordedAt, author, before: toStateBefore(before, after) };
}

function toStateBefore(before: KnownDossier, after: RecordedState): StateBefore {
  const changed = restoredFields.filter((field) => before[field] !== after[field]);
  return { ...Object.fromEntries(changed.map((field) => [field, before[field] ?? null])), clock: before.clock };
}

/** The facts without the event that is taken back. The same facts, where it is not the latest: history is not argued with. */
export function takeBack(recorded: RecordedState, { version }: TakenBack): RecordedState {
  const { undo } = recorded;
  if (undo?.version !== version) return recorded;
  const { clock: _clock, submission, apologies, ...before } = undo.before;
  return giveBack(giveBack({ ...recorded, ...before }, 'submission', submission), 'apologies', apologies);
}

/** @param before undefined: the event did not touch it; null: it was absent */
function giveBack<Field extends OptionalField>(
  recorded: RecordedState,
  field: Field,
  before: RecordedState[Field] | null,
): RecordedState {
  if (before === undefined) return recorded;
  if (before !== null) return { ...recorded, [field]: before };
  const { [field]: _taken, ...rest } = recorded;
  return rest as RecordedState; // The field is one that may be absent.
}
