import { topics, type InstitutionalFigure } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import { decideVersion } from '../entries/decide-version.ts';
import { toFigureCode, type EntryVersion } from '../entries/entry.ts';
import { appendEvent, appendVersion, findHistories, lockKind } from '../entries/reference.store.ts';
import type { ReferenceRefusal } from '../entries/refusal.ts';
import { checkFigure } from './check-figure.ts';
import { publishFigure } from './publish-figure.ts';
import { toInstitutionalProblem } from './refusal.ts';

export const figureKind = 'institutional-figures';

/**
 * Takes a figure: judges it in itself and against its history, appends what is new, and puts one event into the outbox. To be run
 * in a transaction of its own.
 *
 * @throws ProblemError 422
 */
export async function putFigure(
  transaction: Transaction,
  figure: InstitutionalFigure,
  recordedBy: string,
): Promise<{ version: EntryVersion; changed: boolean }> {
  await lockKind(transaction, figureKind);
  const code = toFigureCode(figure);
  const refusal = checkFigure(figure) ?? (await checkUnit(transaction, figure.unit));
  if (refusal !== undefined) throw toInstitutionalProblem(refusal, code);

  const history = (await findHistories(transaction, figureKind, [code])).get(code) ?? [];
  const decision = decideVersion(history, figure);
  if (decision.kind === 'refused') throw toInstitutionalProblem(decision.refusal, code);
  if (decision.kind === 'unchanged') return { version: decision.version, changed: false };
  const version = await appendVersion(transaction, { ...decision, kind: figureKind, code, document: figure, recordedBy });
  await appendEvent(transaction, topics.institutional.name, code, publishFigure(code, [...history, version]));
  return { version, changed: true };
}

async function checkUnit(transaction: Transaction, unit: string): Promise<ReferenceRefusal | undefined> {
  if ((await findHistories(transaction, 'units', [unit])).has(unit)) return undefined;
  return {
    code: 'institutional.unit-unknown',
    detail: `The catalogue has no unit "${unit}". Put it with PUT /v1/units/${unit} first.`,
  };
}
