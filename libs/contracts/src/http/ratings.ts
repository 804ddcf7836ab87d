import { z } from 'zod';
import { Code, IsoInstant, LocalDate, LocalizedName } from '../instant.ts';
import { RatingAnswer, RatingCounter, RatingWay } from '../ratings/rating-event.ts';
import { paragraphs, verbatim } from '../text/text-mark.ts';

/** `GET /v1/rating-questions`, and the file `data/reference/rating-questions.json`. */
export const RatingQuestions = z
  .object({
    code: Code.describe('The set.'),
    version: z.number().int().min(1).describe('Grows with every change.'),
    source: z.string().describe('Law the questions come from, and what of the wording is only believed.'),
    scale: z
      .array(z.object({ value: z.number().int().describe('The value.'), text: LocalizedName }))
      .min(2)
      .describe('The answers one may give to every question.'),
    satisfiedFrom: z.number().describe('A rating is satisfied when the mean of its answers reaches this.'),
    questions: z.array(z.object({ code: Code, text: LocalizedName })).min(1),
    comment: z.object({ text: LocalizedName, maxLength: z.number().int().min(1).max(4_000) }).describe('The free text.'),
  })
  .describe('What citizens are asked.')
  .meta({ id: 'RatingQuestions' });
export type RatingQuestions = z.infer<typeof RatingQuestions>;

/** `POST /v1/dossiers/{id}/rating-token`: by the counter, soon after the return; who made it, and where, is recorded. */
export const RatingToken = z
  .object({
    token: z.string().describe('Goes into a link or QR code. It opens one rating of this dossier and nothing else.'),
    expiresAt: IsoInstant.describe('Until when it holds.'),
  })
  .meta({ id: 'RatingToken' });
export type RatingToken = z.infer<typeof RatingToken>;

/** `GET /v1/dossiers/{id}/rating-tokens`: every link that a counter made for a dossier, used or not. */
export const RatingTokensMade = z
  .object({
    dossierId: z.uuid(),
    tokens: z
      .array(
        RatingCounter.extend({
          madeAt: IsoInstant.describe('When it was made.'),
          expiresAt: IsoInstant.describe('Until when it held.'),
        }),
      )
      .describe('Oldest first.'),
  })
  .describe('Links that counters made for a dossier.')
  .meta({ id: 'RatingTokensMade' });
export type RatingTokensMade = z.infer<typeof RatingTokensMade>;

const answers = z.array(RatingAnswer).min(1).max(20).describe('Exactly one answer to every question of the set.');
const comment = paragraphs(z.string().min(1).max(4_000))
  .optional()
  .describe('In one’s own words; read only by those who handle the dossier.');

/** `POST /v1/ratings`: public; the token says which dossier. */
export const GiveRating = z
  .strictObject({ token: z.string().min(1).max(2_000).describe('The token of the notice.'), answers, comment })
  .describe('A rating.')
  .meta({ id: 'GiveRating' });
export type GiveRating = z.infer<typeof GiveRating>;

export const RatingGiven = z
  .object({ dossierId: z.uuid(), ratedAt: IsoInstant, satisfied: z.boolean() })
  .describe('The rating was taken.')
  .meta({ id: 'RatingGiven' });
export type RatingGiven = z.infer<typeof RatingGiven>;

/** `POST /v1/rating-imports`: ratings collected elsewhere (a legacy system, paper), by the import. Repeated, it changes nothing. */
export const RatingImport = z
  .strictObject({
    ratings: z
      .array(
        // Looked at line by line: a strange one is named in the answer and holds up no other.
        verbatim(
          z.strictObject({
            origin: z.string().min(1).max(200).describe('The system the dossier was born in.'),
            sourceCode: z.string().min(1).max(200).describe('Its code there.'),
            ratedAt: IsoInstant.describe('When it was rated.'),
            answers,
          }),
        ),
      )
      .min(1)
      .max(1_000),
  })
  .meta({ id: 'RatingImport' });
export type RatingImport = z.infer<typeof RatingImport>;

export const RatingImportResult = z
  .object({
    taken: z.number().int().describe('Ratings that are new.'),
    known: z.number().int().describe('Of dossiers that are rated already; nothing was changed.'),
    refused: z
      .array(
        z.object({
          sourceCode: z.string(),
          code: z
            .string()
            .describe(
              'dossier.unknown, rating.characters-invalid, rating.not-returned, rating.answers-invalid, rating.moment-invalid, source.foreign or source.unit-outside.',
            ),
          detail: z.string(),
        }),
      )
      .describe('What was not taken, and why.'),
  })
  .meta({ id: 'RatingImportResult' });
export type RatingImportResult = z.infer<typeof RatingImportResult>;

/** `GET /v1/ratings?unit=&from=&to=&satisfied=&withoutCounterRatings=&cursor=&limit=`. */
export const RatingPage = z
  .object({
    unit: Code,
    from: LocalDate,
    to: LocalDate,
    rated: z
      .number()
      .int()
      .describe('Ratings of the period, whatever `satisfied` asks for; without those by a counter’s link where that is asked.'),
    satisfied: z.number().int().describe('Of those, satisfied. satisfaction = satisfied / rated.'),
    ratings: z.array(
      z.object({
        dossierId: z.uuid(),
        code: z.string().nullable().describe('Dossier code.'),
        sourceCode: z.string().nullable().describe('The code in the system it was imported from.'),
        unit: Code.describe('Responsible unit.'),
        procedure: Code,
        ratedAt: IsoInstant,
        satisfied: z.boolean(),
        via: RatingWay.default('unknown'),
        counter: RatingCounter.nullable().default(null).describe('Of a rating by a link that a counter made.'),
        answers: z.array(RatingAnswer),
        comment: z.string().nullable().optional().describe('Only for those who handle the dossier; null: nothing was written.'),
      }),
    ),
    next: z.string().nullable().describe('Value for `cursor` of the next page; null: this was the last.'),
  })
  .meta({ id: 'RatingPage' });
export type RatingPage = z.infer<typeof RatingPage>;

/** `POST /v1/ratings/verification`: what the list tells against a recomputation from the published log. */
export const RatingsVerification = z
  .object({
    ratings: z.number().int().describe('Ratings in the log.'),
    compared: z.number().int().describe('Figures compared: of each unit and local day on which a rating counts, both.'),
    different: z
      .array(
        z.object({
          unit: Code.describe('Unit whose subtree is counted.'),
          day: LocalDate.describe('Local day; the figure of a period is the sum of its days.'),
          figure: z.enum(['rated', 'satisfied']),
          expected: z.number().int().describe('Recomputed from the log.'),
          found: z.number().int().describe('As the list tells it.'),
        }),
      )
      .describe('By unit and day, at most 1,000; empty: equal.'),
  })
  .describe('Ratings and their log, compared.')
  .meta({ id: 'RatingsVerification' });
export type RatingsVerification = z.infer<typeof RatingsVerification>;
