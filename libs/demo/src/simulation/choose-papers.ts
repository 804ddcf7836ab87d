import type { DossierSnapshot, ProcedureDocument, RatingAnswer } from '@motcua/contracts';
import type { Random } from '../invention/random.ts';
import { ratingQuestions } from '../scenario/ratings/scenario-ratings.ts';

/** What comes with an action of the counter: a document to scan, or what the citizen thinks of it. */
export type Paper =
  | { readonly kind: 'component' | 'result'; readonly code: string; readonly title: string }
  | { readonly kind: 'rating'; readonly answers: readonly RatingAnswer[] };

const SCANNED_AT_RECEIPT = 0.85;
/** The scanner takes two sheets for one. */
const OVERLOOKED = 0.05;
const SCANNED_AT_RETURN = 0.8;
const RATES = 0.35;
const SATISFIED = 0.93;

/**
 * The papers that an action leaves: components at the counter are scanned with the receipt (those filed online are files already), the
 * result with its return, and some citizens rate. Most, not all: that is what the backlog is for.
 */
export function choosePapers(
  random: Random,
  { action, dossier, procedure }: { action: string; dossier: Pick<DossierSnapshot, 'channel'>; procedure: ProcedureDocument },
): Paper[] {
  if (action === 'receive' && dossier.channel !== 'online' && random.chance(SCANNED_AT_RECEIPT)) {
    return (procedure.components ?? [])
      .filter(({ scan }) => scan === 'asked' && !random.chance(OVERLOOKED))
      .map(({ code, name }) => ({ kind: 'component', code, title: name.vi }));
  }
  if (action !== 'return') return [];
  const results = random.chance(SCANNED_AT_RETURN) ? (procedure.results ?? []) : [];
  const rating = random.chance(RATES) ? [{ kind: 'rating' as const, answers: chooseAnswers(random) }] : [];
  return [...results.map(({ code, name }) => ({ kind: 'result' as const, code, title: name.vi })), ...rating];
}

function chooseAnswers(random: Random): RatingAnswer[] {
  const isSatisfied = random.chance(SATISFIED);
  return ratingQuestions.map((question) => ({ question, value: isSatisfied ? random.between(4, 5) : random.between(2, 3) }));
}
