import { z } from 'zod';
import { LocalizedName } from '../instant.ts';

/** Personal data: lives in dossier-intake alone, encrypted, and in no event. */
export const Applicant = z
  .strictObject({
    name: z.string().min(1).max(200).describe('Full name.'),
    idNumber: z.string().max(20).optional().describe('Personal identification number.'),
    phone: z.string().max(20).optional().describe('Telephone number.'),
    email: z.email().optional().describe('E-mail address.'),
    address: z.string().max(500).optional().describe('Address.'),
    language: z.enum(['vi', 'en']).optional().describe('Language in which the applicant wishes to be written to.'),
    zaloConsent: z.boolean().optional().describe('Whether the applicant agreed to messages over Zalo.'),
  })
  .describe('The applicant.')
  .meta({ id: 'Applicant' });
export type Applicant = z.infer<typeof Applicant>;

/** Stars stand where the reader may not see a text: what is masked is no address any more. */
export const ShownApplicant = Applicant.partial()
  .extend({
    name: z.string().optional().describe('Full name; `N*** H***` where it is masked.'),
    email: z.string().optional().describe('E-mail address; `***` where it is masked.'),
  })
  .describe('The applicant, masked unless the reader may see it.')
  .meta({ id: 'ShownApplicant' });

/** `GET /v1/dossiers/{id}/contact`, for services alone: asked at the moment of sending, kept nowhere. */
export const ApplicantContact = z
  .object({
    dossierId: z.uuid(),
    name: z.string().nullable().describe('Full name; null: no applicant is known.'),
    phone: z.string().nullable().describe('As it was written.'),
    email: z.string().nullable(),
    language: z.enum(['vi', 'en']).nullable().describe('null: nothing was said of it.'),
    zaloConsent: z.boolean().nullable().describe('null: nobody asked.'),
    ratingToken: z
      .string()
      .nullable()
      .default(null)
      .describe('Opens the rating of the dossier; null: it has not been returned, or was rated, or nobody is known.'),
    reasonText: z
      .string()
      .nullable()
      .default(null)
      .describe(
        'Reason in words of the event that `reason` asks for; null: it was not asked for, none was given, or it is not for the applicant.',
      ),
    papers: z
      .array(LocalizedName)
      .default([])
      .describe('Of the event that `reason` asks for: what is to be brought, in the order of the slip; none: nothing is.'),
    payment: z
      .object({
        amount: z.number().int().min(0).describe('In đồng.'),
        place: z.string().optional().describe('Where it is to be paid; absent: that was not said.'),
      })
      .nullable()
      .default(null)
      .describe('Of the event that `reason` asks for: what is to be paid; null: nothing is, or it was not taken down.'),
  })
  .describe('How the applicant of a dossier is reached, and asked for an opinion.')
  .meta({ id: 'ApplicantContact' });
export type ApplicantContact = z.infer<typeof ApplicantContact>;

/** `GET /v1/dossiers/{id}/applicant-ref`, for services alone: by it they tell dossiers of one applicant from those of another. */
export const ApplicantRef = z
  .object({
    dossierId: z.uuid(),
    applicantRef: z
      .string()
      .nullable()
      .describe('A keyed hash of the personal ID that only dossier-intake can make; null: none was given.'),
    keyId: z.string().optional().describe('The hash key that made it: the active one.'),
    otherRefs: z
      .array(z.string())
      .optional()
      .describe('The same by every other hash key that is live: while keys are rotated, one citizen has a reference of each.'),
  })
  .describe('Whose a dossier is, without saying who that is.')
  .meta({ id: 'ApplicantRef' });
export type ApplicantRef = z.infer<typeof ApplicantRef>;
