import { z } from 'zod';
import { IsoInstant } from '../instant.ts';
import { Applicant } from './applicant.ts';

/** Why an applicant's data are erased before their term. Codes: words about it would be personal data. */
export const erasureGrounds = ['applicant-asked', 'consent-withdrawn', 'no-longer-needed'] as const;

/** Why they are kept all the same. */
export const keepingReasons = ['still-needed', 'kept-by-law', 'not-the-applicant'] as const;

/** `POST /v1/dossiers/{id}/applicant-erasure` */
export const AskErasure = z
  .strictObject({ ground: z.enum(erasureGrounds).describe('Why.') })
  .describe('Asks for the personal data of an applicant to be erased; somebody else decides.')
  .meta({ id: 'AskErasure' });
export type AskErasure = z.infer<typeof AskErasure>;

/** `POST /v1/dossiers/{id}/applicant-erasure/decision` */
export const DecideErasure = z
  .strictObject({
    decision: z.enum(['approve', 'reject']).describe('`approve` erases at once, and nothing brings it back.'),
    reason: z.enum(keepingReasons).optional().describe('Of `reject`: why the data are kept; whoever asked reads it.'),
  })
  .describe('What another person than the one who asked decides.')
  .meta({ id: 'DecideErasure' });
export type DecideErasure = z.infer<typeof DecideErasure>;

/** The record of an erasure: it holds nothing of the applicant. */
export const ApplicantErasure = z
  .object({
    dossierId: z.uuid(),
    state: z
      .enum(['waiting', 'erased', 'rejected', 'taken-back'])
      .describe('What has become of it; `taken-back`: by whoever asked, before anybody decided.'),
    ground: z.enum([...erasureGrounds, 'term-over']).describe('Why; `term-over`: by itself, at the end of the term.'),
    askedBy: z.string().nullable().describe('Staff id; null: nobody asked, the term is over.'),
    askedAt: IsoInstant,
    decidedBy: z
      .string()
      .nullable()
      .describe('Staff id of somebody else, of `taken-back` of whoever asked; null: nobody yet, or the term is over.'),
    decidedAt: IsoInstant.nullable().describe('Since when it is so; null: it waits.'),
    reason: z
      .enum(keepingReasons)
      .nullable()
      .optional()
      .describe('Of `rejected`: why the data are kept; null or absent: none was given.'),
  })
  .describe('That personal data of an applicant were erased, or are asked to be.')
  .meta({ id: 'ApplicantErasure' });
export type ApplicantErasure = z.infer<typeof ApplicantErasure>;

/** `GET /v1/applicant-erasures`: those that wait, or what was erased since a moment. */
export const ApplicantErasureList = z
  .object({
    erasures: z
      .array(
        ApplicantErasure.extend({
          code: z.string().nullable().describe('Of the dossier; null: it has none.'),
          sourceCode: z.string().nullable().describe('Its code in the system that it came from; null: it came from none.'),
          responsibleUnit: z.string().describe('Unit that answers for the dossier.'),
        }),
      )
      .describe('The oldest first; 500 at most.'),
    next: IsoInstant.nullable().describe('`since` of the next question, of what was erased; null: this was all.'),
  })
  .describe('Erasures that somebody asked for, or that were made.')
  .meta({ id: 'ApplicantErasureList' });
export type ApplicantErasureList = z.infer<typeof ApplicantErasureList>;

/** `POST /v1/dossiers/{id}/applicant-correction` */
export const CorrectApplicant = z
  .strictObject({ applicant: Applicant.describe('As it is right, whole: what is left out is known no more.') })
  .describe('Corrects what is known of an applicant.')
  .meta({ id: 'CorrectApplicant' });
export type CorrectApplicant = z.infer<typeof CorrectApplicant>;

/** The record of a correction: which fields, and nothing of what stood or stands in them. */
export const ApplicantCorrection = z
  .object({
    dossierId: z.uuid(),
    fields: z.array(z.string()).describe('Names of the fields that are others now; none: it was so already.'),
    correctedBy: z.string().describe('Staff id.'),
    correctedAt: IsoInstant,
  })
  .describe('That personal data of an applicant were corrected.')
  .meta({ id: 'ApplicantCorrection' });
export type ApplicantCorrection = z.infer<typeof ApplicantCorrection>;

/** `GET /v1/applicant-changes`, for services alone: what they keep of applicants follows it. */
export const ApplicantChanges = z
  .object({
    changes: z
      .array(
        z.object({
          position: z.string().regex(/^\d+$/).describe('Grows; `after` of the next question.'),
          dossierId: z.uuid(),
          kind: z.enum(['corrected', 'erased']),
          ground: ApplicantErasure.shape.ground.nullable().describe('Of an erasure.'),
        }),
      )
      .describe('In the order in which they came about; 500 at most.'),
  })
  .describe('Dossiers whose applicant was corrected or erased.')
  .meta({ id: 'ApplicantChanges' });
export type ApplicantChanges = z.infer<typeof ApplicantChanges>;
