import { isDeepStrictEqual } from 'node:util';
import { toDossierEventType, type HistoryEntry } from '@motcua/contracts';
import { refuse, type KnownDossier } from '@motcua/dossier';
import type { Transaction } from '@motcua/postgres';
import type { ReasonStore } from '../applicants/reason.store.ts';
import type { StepEntryStore } from '../desk-entries/step-entry.store.ts';
import { eventOf } from './list-actions.ts';
import { listHistory } from './list-history.query.ts';
import { toRefusedProblem } from './refused.ts';
import type { ActionRequest } from './to-change-command.ts';

interface Repetition {
  readonly transaction: Transaction;
  readonly reasons: ReasonStore;
  readonly steps: StepEntryStore;
  readonly dossier: KnownDossier;
  readonly request: ActionRequest;
}

/** Given again in the state that they lead to, they bring nothing about. */
const repeatable = [
  'refuse',
  'request-payment',
  'extend',
  'apologise',
  'request-withdrawal',
  'stop',
  'process',
  'return',
] as const;
type Repeatable = (typeof repeatable)[number];

const isRepeatable = (request: ActionRequest): request is Extract<ActionRequest, { readonly action: Repeatable }> =>
  (repeatable as readonly string[]).includes(request.action);

/**
 * A command that has brought nothing about says what was recorded, or less: a repeat. One that says something else (another reason, another amount)
 * would look as if that had been recorded.
 *
 * @throws ProblemError 409 naming what differs
 */
export async function requireSameContent({ transaction, reasons, steps, dossier, request }: Repetition): Promise<void> {
  if (!isRepeatable(request)) return;
  const said = { reasons: await reasons.list(transaction, dossier.id), entries: await steps.list(transaction, dossier.id) };
  const history = await listHistory(transaction, dossier.id, said);
  const type = toDossierEventType(eventOf[request.action]);
  const recorded = history.findLast((entry) => entry.type === type);
  if (recorded === undefined) return;
  const differing = listDiffering(request, recorded, dossier);
  if (differing.length > 0) throw toRefusedProblem(refuse('dossier.recorded-otherwise', differing.join(', ')));
}

function listDiffering({ body }: ActionRequest, recorded: HistoryEntry, dossier: KnownDossier): string[] {
  const stop = dossier.stop ?? dossier.submission?.stop;
  const known = {
    reasonCode: recorded.change['reasonCode'],
    endedBy: stop?.by,
    reasonText: recorded.reasonText,
    desk: recorded.desk,
  };
  const given: Readonly<Record<string, unknown>> = body;
  return Object.entries(known).flatMap(([field, value]) =>
    given[field] === undefined || isDeepStrictEqual(given[field], value) ? [] : [field],
  );
}
