import {
  documentSpans,
  judgeSpans,
  moveResponsibility,
  rewriteResponsibility,
  toSpans,
  type Holder,
  type LocalDays,
  type Responsibility,
} from '@motcua/indicators';
import type { DossierEvent } from '../../events/dossier-event.ts';
import type { DossierFact } from './dossier-fact.ts';

/** What is kept of a dossier to take further events: its version, who was responsible when, the verdict on it, and its documents. */
export type Known = Pick<DossierFact, 'version' | 'history' | 'judgement' | 'verdict' | 'digitizationVersion' | 'documents'>;

/**
 * The fact after `events` of one dossier, in log order; undefined when none of them is newer than what is known. Events are fat,
 * so the newest says everything but when responsibility moved, which each `reassigned` says for itself.
 */
export function foldDossier(known: Known | undefined, events: readonly DossierEvent[], days: LocalDays): DossierFact | undefined {
  let version = known?.version ?? 0;
  let history = known?.history ?? [];
  let newest: DossierEvent | undefined;
  for (const event of events) {
    if (event.version <= version) continue;
    version = event.version;
    history = holdBy(history, event);
    newest = event;
  }
  return newest === undefined ? undefined : toFact(newest, history, known, days);
}

function holdBy(history: readonly Responsibility[], { holder, moves, occurredAt }: DossierEvent): readonly Responsibility[] {
  const last = history.at(-1);
  if (last !== undefined && isSameHolder(last, holder)) return history;
  return moves && last !== undefined ? moveResponsibility(history, occurredAt, holder) : rewriteResponsibility(history, holder);
}

const isSameHolder = (one: Holder, other: Holder): boolean =>
  one.kind === other.kind && one.path.length === other.path.length && one.path.every((code, index) => code === other.path[index]);

function toFact(event: DossierEvent, history: readonly Responsibility[], known: Known | undefined, days: LocalDays): DossierFact {
  const { judgement = 0, verdict = null, digitizationVersion = 0, documents = null } = known ?? {};
  const spans = toSpans(event.state, history, days);
  const judged = verdict === null ? spans : judgeSpans(spans, verdict);
  return {
    dossierId: event.dossierId,
    version: event.version,
    judgement,
    verdict,
    digitizationVersion,
    documents,
    receivedAt: event.state.receivedAt,
    endedAt: event.state.endedAt,
    currentDue: event.state.currentDue,
    shown: event.shown,
    history,
    spans: documents === null ? judged : documentSpans(judged, documents),
  };
}
