import { z } from 'zod';
import { Code, IsoInstant } from '../instant.ts';
import { Limit } from './vocabulary.ts';

/** The fields by which it is counted whether a dossier was on time; absent ones are not corrected. */
export const TimedFields = z
  .object({
    procedure: Code.optional().describe('Procedure; it brings its limits along.'),
    receivedAt: IsoInstant.optional().describe('Receipt.'),
    endedAt: IsoInstant.optional().describe('End.'),
    due: IsoInstant.nullable().optional().describe('Due moment that was supplied from outside; null: none was.'),
    limit: Limit.nullable().optional().describe('Limit of the receipt; null: none is known.'),
  })
  .describe('Fields by which it is counted whether a dossier was on time.')
  .meta({ id: 'TimedFields' });
export type TimedFields = z.infer<typeof TimedFields>;

const from = TimedFields.describe('The fields as they were when it was proposed.');
const to = TimedFields.describe('What is said to be right.');

/** What a correction proposes, as it was and as it is said to have been. */
export const ProposedCorrection = z.object({ from, to });

/** Who made a proposal and until when it waits; who made it is absent in events of earlier versions. */
export const proposed = {
  lapsesAt: IsoInstant.describe('Until when that may be approved.'),
  madeBy: z
    .string()
    .nullable()
    .optional()
    .describe('Staff id of who proposed it, never a name; null: nobody was named. Absent in events of earlier versions.'),
};
