import { z } from 'zod';
import type { DossierEventName } from '../dossier/dossier-event.ts';
import { DossierSnapshot } from '../dossier/dossier-snapshot.ts';
import { DeskEntry } from './desk-entry.ts';
import { ShownApplicant } from './applicant.ts';
import { HistoryEntry } from './dossier-view.ts';

/** The steps after which a person is given a slip of paper. */
export const slipEvents = [
  'received',
  'refused',
  'supplement-requested',
  'payment-requested',
  'payment-made',
  'extended',
  'apologised',
  'stopped',
  'returned',
] as const satisfies readonly DossierEventName[];
export type SlipEvent = (typeof slipEvents)[number];

/** `GET /v1/dossiers/{id}/slips/{version}`: all that the slip of one step says, as it was right after that step. */
export const Slip = z
  .object({
    dossier: DossierSnapshot.describe('As it was after the step: a slip that is printed again promises what the first one did.'),
    step: HistoryEntry,
    applicant: ShownApplicant.optional(),
    desk: DeskEntry.optional().describe('What the counter took down when it received the dossier.'),
    lookUpPath: z
      .string()
      .optional()
      .describe('Where the applicant follows the dossier without signing in; absent: it was never given a link.'),
    prints: z.number().int().min(0).describe('How many times it was printed so far.'),
  })
  .describe('What a slip says.')
  .meta({ id: 'Slip' });
export type Slip = z.infer<typeof Slip>;

/** `POST /v1/dossiers/{id}/slips/{version}`: it is printed now. */
export const SlipPrinted = z
  .object({ prints: z.number().int().min(1).describe('How many times it was printed, this time included.') })
  .describe('A slip was printed.')
  .meta({ id: 'SlipPrinted' });
export type SlipPrinted = z.infer<typeof SlipPrinted>;
