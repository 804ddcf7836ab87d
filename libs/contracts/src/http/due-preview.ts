import { z } from 'zod';
import { Code, IsoInstant } from '../instant.ts';

/** `GET /v1/due`: what a receipt would promise, counted by what counts it when the dossier is received. */
export const DuePreview = z
  .object({
    unit: Code,
    procedure: Code,
    receivedAt: IsoInstant.describe('The moment of receipt that it is counted for.'),
    due: IsoInstant.nullable().describe('The moment that would be promised; null: the procedure has no limit.'),
    ruleSet: Code.describe('The rules that the dossier would go by.'),
    ledger: z.array(z.record(z.string(), z.unknown())).describe('How it was counted, step by step.'),
  })
  .describe('The due moment of a dossier that has not been received yet.')
  .meta({ id: 'DuePreview' });
export type DuePreview = z.infer<typeof DuePreview>;
