import { z } from 'zod';
import { Channel, UnitKind } from '../dossier/vocabulary.ts';
import { defineEvent } from '../event/define-event.ts';
import { Code, IsoInstant } from '../instant.ts';
import { topics } from '../topics.ts';

/** What was answered: one of the questions, by its code. */
export const RatingAnswer = z
  .object({
    question: Code.describe('Code of the question, unique within its set.'),
    value: z.number().int().describe('The answer’s value on the scale of the set.'),
  })
  .describe('The answer to one question.')
  .meta({ id: 'RatingAnswer' });
export type RatingAnswer = z.infer<typeof RatingAnswer>;

/** How a rating came in. */
export const RatingWay = z
  .enum(['notice', 'counter', 'import', 'unknown'])
  .describe(
    'notice: by the link that went to the citizen; counter: by a link that the counter made; import: collected elsewhere; unknown: ' +
      'taken before ways were recorded, by one link or the other.',
  )
  .meta({ id: 'RatingWay' });
export type RatingWay = z.infer<typeof RatingWay>;

/** Who made the link at the counter, and where. */
export const RatingCounter = z
  .object({
    officer: z.string().describe('Staff id of who made the link, never a name.'),
    unit: Code.describe('The unit in which they made it.'),
  })
  .describe('The counter at which the link was made.')
  .meta({ id: 'RatingCounter' });
export type RatingCounter = z.infer<typeof RatingCounter>;

/** A citizen has rated how a dossier was handled. What was written in words stays with dossier-intake; nothing here names anybody. */
export const ratingGiven = defineEvent({
  type: 'vn.motcua.rating.given.v1',
  topic: topics.ratingEvents.name,
  subject: z.string().describe('The dossier id.'),
  data: z
    .object({
      dossierId: z.uuid().describe('The dossier; the Kafka key. A dossier is rated once.'),
      ratedAt: IsoInstant.describe('When it was rated; the same as time.'),
      recordedAt: IsoInstant.describe('When the system learnt of it.'),
      imported: z.boolean().describe('Came in through the import, not by a token.'),
      via: RatingWay.optional().describe('How it came in; absent: an event from before ways were recorded.'),
      counter: RatingCounter.optional().describe('Of a rating by a link that a counter made.'),
      questionSet: z
        .object({ code: Code.describe('The set.'), version: z.number().int().min(1).describe('Its version.') })
        .describe('The questions that were asked.'),
      answers: z.array(RatingAnswer).min(1).describe('The answers, in the order of the questions.'),
      satisfied: z.boolean().describe('Whether the answers count as satisfied by the rule of the set.'),
      procedure: Code.describe('Procedure code.'),
      field: Code.describe('Field code.'),
      channel: Channel,
      responsibleUnit: Code.describe('The unit it is counted under.'),
      responsiblePath: z.array(Code).min(1).describe('Path of that unit from the root down to itself.'),
      responsibleKind: UnitKind,
      timeZone: z.string().describe('IANA zone of the unit’s calendar; the local day of ratedAt is counted in it.'),
    })
    .describe('The rating.'),
  description: 'A citizen has rated a returned dossier.',
  order: 'type-first',
});
export const RatingGivenEvent = ratingGiven.schema;
export type RatingGivenEvent = z.infer<typeof RatingGivenEvent>;
