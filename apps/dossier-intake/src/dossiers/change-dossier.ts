import { requirePermissionOfAny } from '@motcua/access';
import { authForbidden, type Actor } from '@motcua/auth';
import {
  decide,
  evolve,
  findProposal,
  isBackdated,
  isRefusal,
  toPresent,
  type DossierEvent,
  type KnownDossier,
} from '@motcua/dossier';
import type { DossierView } from '@motcua/contracts';
import { ProblemError, type Answer } from '@motcua/http';
import type { Transaction } from '@motcua/postgres';
import { toCodePrefix } from './codes/code-prefix.ts';
import { toCodeStem } from './codes/dossier-code.ts';
import { listProposalOf } from './proposals/proposal.store.ts';
import type { ReferenceData, UnitOnDay } from '../reference/reference-data.ts';
import { toMissingProblem, toRefusedProblem, unknownDossier } from './refused.ts';
import { findUndo } from './find-undo.ts';
import { toDossierRow } from './dossier-row.ts';
import { appendEventRows, findDossier, putDossierRows, type StoredDossier } from './dossier.store.ts';
import { toEventRow } from './event-row.ts';
import { requireUnrated } from './require-unrated.ts';
import { withCode } from './open-dossier.ts';
import { toOwnOfficer } from './own-officer.ts';
import { pathsBefore, pathsOf } from './paths-of.ts';
import { toLiveIdentity } from './publish-dossier.ts';
import { requirePapers } from './require-papers.ts';
import { requireReason } from './require-reason.ts';
import { requireSameContent } from './require-same-content.ts';
import { requireSameSide } from './require-same-side.ts';
import type { ReasonStore } from '../applicants/reason.store.ts';
import type { FeeTakingStore } from '../fees/fee-taking.store.ts';
import { findStepMoney, toTaking } from '../fees/to-taking.ts';
import type { StepEntryStore } from '../desk-entries/step-entry.store.ts';
import { takeSerial } from './receive-statement.ts';
import { toChangeCommand, toContext, toMoment, type ActionRequest } from './to-change-command.ts';
import { toView } from './to-view.ts';
import { withStandIn } from './with-stand-in.ts';

export interface Change {
  /** Holds the dossier's lock. */
  readonly transaction: Transaction;
  readonly data: ReferenceData;
  readonly reasons: ReasonStore;
  readonly steps: StepEntryStore;
  readonly fees: FeeTakingStore;
  readonly now: number;
  readonly actor: Actor;
  readonly id: string;
  readonly request: ActionRequest;
  /** The version the caller saw; undefined: whatever it is now. */
  readonly expected: number | undefined;
}

/** A change of a known dossier: load, permit, decide, append. The transaction took the dossier's lock before. */
export async function changeDossier(given: Change): Promise<Answer> {
  const { transaction, data, id, expected } = given;
  const stored = await findDossier(transaction, id);
  if (stored === undefined) throw unknownDossier();
  permit(given, stored.dossier);
  if (expected !== undefined && expected !== stored.dossier.version) throw changedMeanwhile(data, stored);
  const change = { ...given, request: await withStandIn(given, stored.dossier, given.request) };
  requireReason(data, stored.dossier, change.request, change.now);
  requirePapers(data, stored.dossier, change.request, change.now);

  const present = toPresent(stored.dossier, change.now);
  const atMoment = resolve(change, stored.dossier, toMoment(change.request.body.occurredAt, present));
  requireSameSide(data, stored.dossier, atMoment.day, change.now);
  const command = toChangeCommand(change.request, present, toOwnOfficer(data, change.actor, atMoment.day));
  const takesEffectNow = isBackdated(stored.dossier, command, atMoment.context);
  const resolved = takesEffectNow ? resolve(change, stored.dossier, change.now) : atMoment;
  const decision = decide(stored.dossier, command, resolved.context);
  if (isRefusal(decision)) throw toRefusedProblem(decision);
  if (decision.length === 0) await requireSameContent({ ...change, dossier: stored.dossier });
  await requireUnrated(transaction, stored.dossier, decision);
  const after = await append(change, stored, decision, resolved.day);
  return { status: 200, body: toAnswer(change, after), headers: { etag: `"${after.dossier.version}"` } };
}

/** The dossier, with the way back for whoever has just changed it. */
function toAnswer({ data, actor, now }: Change, after: StoredDossier): DossierView {
  const undo = findUndo(actor, after.dossier, now);
  return { ...toView(data, after), ...(undo === undefined ? {} : { undo }) };
}

function resolve({ data, now, request, actor }: Change, dossier: KnownDossier, at: number) {
  const resolved = toContext(data, { now, at }, dossier, request);
  if ('missing' in resolved) throw toMissingProblem(resolved);
  return { day: resolved.day, context: { ...resolved.context, actor: actor.sub } };
}

/** Who answers for the dossier may act, and who handles it now. A unit is approved above that which loses the dossier and its own. */
function permit({ actor, data, now, request }: Change, dossier: KnownDossier): void {
  const [responsible, handling] = pathsOf(data, dossier, now);
  // Who handed a dossier over has it no more, and may still take the hand-over back.
  const before = request.action === 'revert' ? pathsBefore(data, dossier, now) : [];
  requirePermissionOfAny(actor, `dossiers.${request.action}`, [responsible, handling, ...before]);
  if (request.action !== 'approve-proposal' || actor.unit === undefined) return;
  const what = findProposal(dossier, request.body.proposal)?.what;
  if (what?.kind !== 'unit') return;
  const above = [responsible, data.findPath(what.unit, now) ?? [what.unit]].map((path) => path.slice(0, -1));
  if (above.every((path) => path.includes(actor.unit ?? ''))) return;
  throw authForbidden('The unit that was responsible from receipt on is approved by somebody above both units.');
}

async function append(
  change: Change,
  before: StoredDossier,
  events: readonly DossierEvent[],
  day: UnitOnDay | undefined,
): Promise<StoredDossier> {
  let after = before;
  for (const decided of events) {
    const event = await giveCode(change.transaction, before.dossier, decided, day);
    const dossier = evolve(after.dossier, event);
    if (dossier.status === 'none') throw new Error('A known dossier cannot become unknown.');
    after = { dossier, occurredAt: event.occurredAt, recordedAt: event.recordedAt };
    await appendEventRows(change.transaction, [toEventRow(event, dossier, toLiveIdentity(dossier), change.actor.sub)]);
    await listProposalOf(change.transaction, event, dossier);
  }
  if (after === before) return before;
  await putDossierRows(change.transaction, [toDossierRow(after.dossier, after)]);
  const { body } = change.request;
  if ('reasonText' in body && body.reasonText !== undefined) {
    const reason = { dossierId: change.id, version: after.dossier.version, text: body.reasonText };
    await change.reasons.insertMany(change.transaction, [reason]);
  }
  if ('desk' in body && body.desk !== undefined)
    await change.steps.insert(change.transaction, change.id, after.dossier.version, body.desk);
  await keepMoney(change, after);
  return after;
}

/** What was paid with the step; a step that is taken back was not paid. */
async function keepMoney({ transaction, data, fees, actor, id, request }: Change, after: StoredDossier): Promise<void> {
  if (request.action === 'revert') await fees.cancel(transaction, id, request.body.event);
  const pays = request.action === 'confirm-payment' || request.action === 'return';
  const money = pays ? findStepMoney(request.body.desk?.payment) : undefined;
  if (money !== undefined) await fees.insert(transaction, toTaking({ data, actor, ...after }, money));
}

/** An accepted submission gets its code with its receipt. */
async function giveCode(
  transaction: Transaction,
  before: KnownDossier,
  event: DossierEvent,
  day: UnitOnDay | undefined,
): Promise<DossierEvent> {
  if (event.type !== 'received' || before.receipt !== null || day === undefined) return event;
  const prefix = toCodePrefix(day.unit.code, day.dossierCode);
  const [given] = await transaction.query<{ code: string }>(takeSerial, [prefix, day.date, toCodeStem(prefix, day.date)]);
  if (given === undefined) throw new Error('Taking a serial gave no code.');
  return withCode(event, given.code);
}

function changedMeanwhile(data: ReferenceData, stored: StoredDossier): ProblemError {
  return new ProblemError({
    status: 412,
    code: 'dossier.changed-meanwhile',
    titles: { vi: 'Hồ sơ đã thay đổi kể từ khi được đọc', en: 'The dossier has changed since it was read' },
    detail: {
      vi: 'Hãy xem trạng thái hiện tại của hồ sơ (trường `current`) rồi quyết định lại.',
      en: 'Look at its current state (field `current`) and decide again with its dossierVersion.',
    },
    extensions: { current: toView(data, stored).dossier },
    headers: { etag: `"${stored.dossier.version}"` },
  });
}
