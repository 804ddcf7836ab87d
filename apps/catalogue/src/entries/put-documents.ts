import { referenceKinds, type ReferenceKind, type UnitDocument, type ReasonDocument } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import { checkDocuments } from './check-documents.ts';
import { decideVersion } from './decide-version.ts';
import { codeOf, type EntryVersion, type ReferenceDocument } from './entry.ts';
import { publishEntry } from './publish-entry.ts';
import { appendEvent, appendVersion, findHistories, listCounting, lockKind, type Histories } from './reference.store.ts';
import { toReferenceProblem } from './refusal.ts';

export interface PutResult {
  readonly code: string;
  readonly version: EntryVersion;
  readonly changed: boolean;
}

/**
 * Takes documents of one kind, all or none: judges each against its history and all together by the rules of the domain, appends
 * what is new and puts one event a changed code into the outbox. To be run in a transaction of its own.
 *
 * @throws ProblemError 422 naming the first entry that is refused
 */
export async function putDocuments(
  transaction: Transaction,
  kind: ReferenceKind,
  documents: readonly ReferenceDocument[],
  recordedBy: string,
): Promise<PutResult[]> {
  await lockKind(transaction, kind);
  const histories = await findHistories(transaction, kind, [...new Set(documents.map(codeOf))]);
  const results: PutResult[] = [];
  for (const document of documents) results.push(await putOne(transaction, kind, document, histories, recordedBy));

  const changed = results.filter((result) => result.changed).map(({ code }) => code);
  if (changed.length > 0) await checkTogether(transaction, kind, documents);
  for (const code of new Set(changed)) {
    await appendEvent(transaction, referenceKinds[kind].topic, code, publishEntry(kind, code, histories.get(code) ?? []));
  }
  return results;
}

async function putOne(
  transaction: Transaction,
  kind: ReferenceKind,
  document: ReferenceDocument,
  histories: Histories,
  recordedBy: string,
): Promise<PutResult> {
  const code = codeOf(document);
  const history = histories.get(code) ?? [];
  const decision = decideVersion(history, document);
  switch (decision.kind) {
    case 'refused':
      throw toReferenceProblem(decision.refusal, code);
    case 'unchanged':
      return { code, version: decision.version, changed: false };
    case 'append': {
      const version = await appendVersion(transaction, { ...decision, kind, code, document, recordedBy });
      histories.set(code, [...history.map((older) => supersede(older, decision.supersedes, version.version)), version]);
      return { code, version, changed: true };
    }
  }
}

function supersede(older: EntryVersion, superseded: number | null, by: number): EntryVersion {
  return older.version === superseded ? { ...older, supersededBy: by } : older;
}

/** The rows are written already: what is refused here is rolled back with them. */
async function checkTogether(
  transaction: Transaction,
  kind: ReferenceKind,
  documents: readonly ReferenceDocument[],
): Promise<void> {
  const isAboutUnits = kind === 'units' || kind === 'staff';
  const units = isAboutUnits ? [...(await listCounting(transaction, 'units')).values()].flat() : [];
  const reasons = kind === 'reasons' ? [...(await listCounting(transaction, 'reasons')).values()].flat() : [];
  const [refusal] = checkDocuments(
    kind,
    documents,
    units.map(({ document }) => document as UnitDocument), // What is stored as a unit was validated as one.
    reasons.map(({ document }) => document as ReasonDocument), // Likewise.
  );
  if (refusal !== undefined) throw toReferenceProblem(refusal, refusal.entry);
}
