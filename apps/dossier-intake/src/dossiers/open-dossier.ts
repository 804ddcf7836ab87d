import { type Actor } from '@motcua/auth';
import type { DossierView, OpenDossier } from '@motcua/contracts';
import { evolve, noDossier, type DossierEvent, type KnownDossier } from '@motcua/dossier';
import type { Answer } from '@motcua/http';
import type { Transaction } from '@motcua/postgres';
import type { ApplicantStore } from '../applicants/applicant.store.ts';
import { toCodePrefix } from './codes/code-prefix.ts';
import { toCodeStem } from './codes/dossier-code.ts';
import { listProposalOf } from './proposals/proposal.store.ts';
import type { DeskEntryStore } from '../desk-entries/desk-entry.store.ts';
import { requireComponents } from '../desk-entries/require-components.ts';
import type { FeeTakingStore } from '../fees/fee-taking.store.ts';
import { findOpeningMoney, toTaking } from '../fees/to-taking.ts';
import type { UnitOnDay } from '../reference/reference-data.ts';
import type { MadeToken } from '../look-up-links/look-up-tokens.ts';
import { decideOpening, type OpeningGround } from './decide-opening.ts';
import { toDossierRow } from './dossier-row.ts';
import { appendEventRows, putDossierRows } from './dossier.store.ts';
import { toEventRow } from './event-row.ts';
import { toLiveIdentity } from './publish-dossier.ts';
import { receiveStatement } from './receive-statement.ts';
import { toView } from './to-view.ts';
import { toPresent } from './with-stand-in.ts';

export interface Opening extends OpeningGround {
  readonly transaction: Transaction;
  readonly applicants: ApplicantStore;
  readonly desk: DeskEntryStore;
  readonly fees: FeeTakingStore;
  /** Of the link on the slip of a receipt. */
  readonly link: MadeToken;
}

/** Opens a dossier at the counter or online. The id is new, so nobody else can be writing it and no lock is needed. */
export async function openDossier(opening: Opening, actor: Actor, given: OpenDossier): Promise<Answer> {
  const { transaction, data, desk, fees } = opening;
  const { officer: named } = given;
  const asked = named === undefined ? given : { ...given, officer: await toPresent(opening, named, given.unit) };
  const { event, day } = decideOpening(opening, actor, asked);
  const body = day.isTraining ? toPractice(asked) : asked;
  if (body.desk !== undefined) requireComponents(data, body.procedure, day.date, body.desk.components ?? []);
  const dossier = await write(opening, event, day, actor, body);
  if (body.desk !== undefined) await desk.insert(transaction, dossier.id, body.desk);
  const money = findOpeningMoney(body);
  if (money !== undefined) await fees.insert(transaction, toTaking({ data, actor, dossier, ...event }, money));
  const view: DossierView = toView(data, { dossier, occurredAt: event.occurredAt, recordedAt: event.recordedAt });
  return { status: 201, body: view, headers: { etag: `"${dossier.version}"`, location: `/v1/dossiers/${dossier.id}` } };
}

/**
 * Whoever practises may type a real person's data. Of an applicant the name alone is kept: nobody is written to, no code is sent, and
 * nothing comes up when somebody asks for that person.
 */
const toPractice = ({ applicant, ...body }: OpenDossier): OpenDossier => ({
  ...body,
  ...(applicant === undefined ? {} : { applicant: { name: applicant.name } }),
});

function write(opening: Opening, event: DossierEvent, day: UnitOnDay, actor: Actor, body: OpenDossier): Promise<KnownDossier> {
  return event.type === 'received'
    ? writeReceived(opening, event, day, actor, body)
    : writeSubmitted(opening, event, actor, body);
}

type Received = Extract<DossierEvent, { type: 'received' }>;

/** Sets the code of a receipt. */
export const withCode = (event: Received, code: string): Received => ({ ...event, receipt: { ...event.receipt, code } });

async function writeReceived(
  { transaction, applicants, link }: Opening,
  event: Received,
  day: UnitOnDay,
  actor: Actor,
  body: OpenDossier,
) {
  const { id } = event.opening;
  // The id is random and new: no other text of the event contains this.
  const placeholder = `code of ${id}`;
  const draft = withCode(event, placeholder);
  const dossier = known(draft);
  const row = toDossierRow(dossier, event);
  const written = toEventRow(draft, dossier, toLiveIdentity(dossier), actor.sub);
  const prefix = toCodePrefix(day.unit.code, day.dossierCode);
  const person = body.applicant === undefined ? undefined : applicants.toRow(id, body.applicant);
  const [given] = await transaction.query<{ code: string }>(receiveStatement, [
    ...[prefix, day.date, toCodeStem(prefix, day.date), id, placeholder],
    ...[row.state, row.origin, row.responsible_unit, row.path, row.status, row.current_due, row.occurred_at, row.recorded_at],
    ...[written.type, written.source, written.event_id, written.actor, written.body],
    ...[person?.key_id, person?.name, person?.id_number, person?.phone, person?.email, person?.address],
    ...[person?.id_number_hash, person?.phone_hash, person?.language, person?.zalo_consent],
    event.proposes === undefined ? null : new Date(event.proposes.lapsesAt).toISOString(),
    person?.hash_key_id,
    ...[link.hash, link.nonce, link.keyId],
  ]);
  if (given === undefined) throw new Error('Receiving a dossier gave no code.');
  return known(withCode(event, given.code));
}

async function writeSubmitted({ transaction, applicants }: Opening, event: DossierEvent, actor: Actor, body: OpenDossier) {
  const dossier = known(event);
  await appendEventRows(transaction, [toEventRow(event, dossier, toLiveIdentity(dossier), actor.sub)]);
  await putDossierRows(transaction, [toDossierRow(dossier, event)]);
  await listProposalOf(transaction, event, dossier);
  if (body.applicant !== undefined) await applicants.insert(transaction, dossier.id, body.applicant);
  return dossier;
}

/** The dossier that an opening event makes. */
export function known(event: DossierEvent): KnownDossier {
  const dossier = evolve(noDossier, event);
  if (dossier.status === 'none') throw new Error(`"${event.type}" does not open a dossier.`);
  return dossier;
}
