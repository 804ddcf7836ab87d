import { z } from 'zod';
import { Code, IsoInstant, LocalDate } from '../instant.ts';
import { Evidence } from '../reference/institutional-figure.ts';
import { paragraphs } from '../text/text-mark.ts';

const Words = paragraphs(z.string().trim().min(1).max(4_000));

/** `PUT /v1/recommendations/{id}`; the id is the sender's, so that one that is sent twice is one. */
export const RecommendationRequest = z
  .strictObject({
    unit: Code.describe('The unit that was supervised.'),
    owner: Code.describe('The unit that has to act: the same, or one below it.'),
    due: LocalDate.describe('By when.'),
    words: Words.describe('What is recommended.'),
    source: z
      .strictObject({
        documentNumber: z.string().trim().min(1).max(200).describe('Number and sign of the delegation’s conclusion.'),
        date: LocalDate.describe('The date it bears.'),
      })
      .describe('Where it was said.'),
    period: z.strictObject({ from: LocalDate, to: LocalDate }).describe('The days that were supervised.'),
    figure: Code.nullable().describe('The figure of the report it is about; null: of none.'),
  })
  .describe('A recommendation of a supervising delegation.')
  .meta({ id: 'RecommendationRequest' });
export type RecommendationRequest = z.infer<typeof RecommendationRequest>;

export const RecommendationStatus = z
  .enum(['open', 'in-progress', 'done'])
  .describe('open: nothing was said of it yet; in-progress: somebody acts; done: it was done, with evidence.')
  .meta({ id: 'RecommendationStatus' });
export type RecommendationStatus = z.infer<typeof RecommendationStatus>;

/** `PUT /v1/recommendations/{id}/steps/{step}` */
export const RecommendationStep = z
  .strictObject({
    status: RecommendationStatus.exclude(['open']),
    words: Words.describe('What was done, or is being done.'),
    evidence: z.array(Evidence).max(20).describe('The documents that show it; of what is done at least one.'),
  })
  .describe('What the owner says of a recommendation.')
  .meta({ id: 'RecommendationStep' });
export type RecommendationStep = z.infer<typeof RecommendationStep>;

const said = { by: z.string().describe('Who: their id.'), role: z.string().describe('In which post.'), at: IsoInstant };

export const Recommendation = z
  .object({
    id: z.uuid(),
    ...RecommendationRequest.shape,
    ...said,
    status: RecommendationStatus,
    steps: z
      .array(z.object({ id: z.uuid(), ...RecommendationStep.shape, ...said }))
      .describe('Oldest first; the last says the status.'),
  })
  .describe('A recommendation, and what became of it.')
  .meta({ id: 'Recommendation' });
export type Recommendation = z.infer<typeof Recommendation>;

/** `GET /v1/recommendations?unit=&madeBy=&cursor=&limit=` */
export const RecommendationPage = z
  .object({
    recommendations: z.array(Recommendation).describe('Of a unit and those below it, newest first.'),
    next: z.string().nullable().describe('`cursor` of the next page; null: this was the last.'),
  })
  .describe('Recommendations of a unit.')
  .meta({ id: 'RecommendationPage' });
export type RecommendationPage = z.infer<typeof RecommendationPage>;
