import { z } from 'zod';
import { IsoInstant } from '../instant.ts';

/** The statutory forms of a dossier, by what they are for: their numbers moved between circulars. */
export const dossierForms = ['receipt', 'supplement', 'refusal', 'apology', 'stopping', 'control'] as const;
export type DossierForm = (typeof dossierForms)[number];

/** A form that can be printed of a dossier as it stands. */
export const OfferedForm = z
  .object({
    form: z.enum(dossierForms).describe('What it is for.'),
    version: z.number().int().min(1).describe('dossierVersion after the step that it is about; of the control slip, the latest.'),
    title: z.string().describe('As it stands over the paper, in Vietnamese.'),
    formNumber: z.string().describe('Number of the form in the circular’s annex.'),
    circular: z.string().describe('The circular that holds for the date of receipt.'),
    occurredAt: IsoInstant.describe('When the step was done.'),
    path: z.string().describe('Where its PDF is.'),
  })
  .describe('A form of a dossier.')
  .meta({ id: 'OfferedForm' });
export type OfferedForm = z.infer<typeof OfferedForm>;

/** `GET /v1/dossiers/{id}/forms`. */
export const OfferedForms = z
  .object({ forms: z.array(OfferedForm).describe('In the order of the steps; the control slip last.') })
  .describe('The forms that can be printed of a dossier.')
  .meta({ id: 'OfferedForms' });
export type OfferedForms = z.infer<typeof OfferedForms>;
