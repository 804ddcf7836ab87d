import type { DossierEvent } from './dossier-event.ts';
import type { Dossier, KnownDossier, RecordedState, StateBefore, UndoPoint } from './dossier.ts';
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
  const { clock: _clock, submission, ...before } = undo.before;
  const restored = { ...recorded, ...before };
  if (submission === undefined) return restored;
  if (submission !== null) return { ...restored, submission };
  const { submission: _taken, ...untouched } = restored;
  return untouched;
}
