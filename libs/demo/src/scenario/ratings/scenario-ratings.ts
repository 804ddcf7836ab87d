import { toDossierEventType, type LegacyEvent, type RatingImport } from '@motcua/contracts';

export type ScenarioRating = RatingImport['ratings'][number];

/** The article: satisfaction 95 %. How many were asked is ours. */
const RATED = 2_000;
const SATISFIED = 1_900;
/** The questions of `data/reference/rating-questions.json`. */
export const ratingQuestions = ['time', 'visits', 'guidance', 'attitude', 'feedback'] as const;
const AN_HOUR_MS = 3_600_000;

/** Ratings of dossiers returned in the period, spread over it; exactly 95 of 100 satisfied. The same events give the same ratings. */
export function toScenarioRatings(events: readonly LegacyEvent[], end: number): ScenarioRating[] {
  const returned = events
    .filter(({ type }) => type === toDossierEventType('returned'))
    .map(({ source, time, data }) => ({ origin: source, sourceCode: data.sourceCode, ratedAt: Date.parse(time) + AN_HOUR_MS }))
    .filter(({ ratedAt }) => ratedAt < end);
  if (returned.length < RATED) throw new Error(`The scenario returns ${returned.length} dossiers; ${RATED} are to be rated.`);
  return Array.from({ length: RATED }, (_, index) => {
    const dossier = returned[Math.floor((index * returned.length) / RATED)];
    if (dossier === undefined) throw new Error('every place lies within what was returned');
    // Spread evenly, in whole numbers: of any hundred in a row 95 are satisfied.
    const satisfied = Math.floor(((index + 1) * SATISFIED) / RATED) > Math.floor((index * SATISFIED) / RATED);
    return { ...dossier, ratedAt: new Date(dossier.ratedAt).toISOString(), answers: toAnswers(satisfied, index) };
  });
}

const toAnswers = (satisfied: boolean, index: number): ScenarioRating['answers'] =>
  ratingQuestions.map((question, place) => ({
    question,
    value: satisfied ? 4 + ((index + place) % 2) : 2 + ((index + place) % 2),
  }));
