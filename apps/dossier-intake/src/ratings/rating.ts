import { ratingGiven, type RatingAnswer, type RatingGivenEvent, type RatingQuestions } from '@motcua/contracts';
import type { KnownDossier } from '@motcua/dossier';
import { intakeSource } from '../dossiers/publish-dossier.ts';
import type { TokenWay } from './rating-tokens.ts';

/** How it came in: by a token, or from elsewhere. */
export type RatingOrigin = TokenWay | { readonly via: 'import' };

/** A rating of a returned dossier, as it was decided. */
export interface Rating {
  readonly dossier: KnownDossier;
  /** Epoch milliseconds. */
  readonly ratedAt: number;
  readonly recordedAt: number;
  readonly answers: readonly RatingAnswer[];
  readonly satisfied: boolean;
  readonly comment: string | undefined;
  readonly way: RatingOrigin;
}

/** The event that goes out: codes and numbers; what was written in words is not in it. */
export function publishRating(rating: Rating, { code, version }: Pick<RatingQuestions, 'code' | 'version'>): RatingGivenEvent {
  const { dossier, ratedAt, recordedAt, answers, satisfied, way } = rating;
  const time = new Date(ratedAt).toISOString();
  return ratingGiven.create(
    dossier.id,
    { id: `rating/${dossier.id}`, source: intakeSource, time },
    {
      dossierId: dossier.id,
      ratedAt: time,
      recordedAt: new Date(recordedAt).toISOString(),
      imported: way.via === 'import',
      ...way,
      questionSet: { code, version },
      answers: answers.map(({ question, value }) => ({ question, value })),
      satisfied,
      procedure: dossier.procedure,
      field: dossier.field,
      channel: dossier.channel,
      responsibleUnit: dossier.responsible.code,
      responsiblePath: [...dossier.responsible.path],
      responsibleKind: dossier.responsible.kind,
      timeZone: dossier.setting.timeZone,
    },
  );
}
