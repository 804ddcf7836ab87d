import { z } from 'zod';

/** `POST /v1/one-time-codes`, for services alone: sent at once, kept nowhere. */
export const SendOneTimeCode = z
  .strictObject({
    dossierId: z.uuid().describe('Whose applicant it is sent to, by telephone or mail, whichever is known and works first.'),
    dossierCode: z.string().min(1).max(100).describe('Code of the dossier, for the text.'),
    code: z
      .string()
      .regex(/^(?:\d{6}|\d{10})$/)
      .describe('What is sent: six digits, or ten where it holds long.'),
    minutes: z.number().int().min(1).max(1_440).describe('How long it holds, for the text.'),
    language: z.enum(['vi', 'en']).describe('Of the text, where the applicant has not chosen one.'),
  })
  .describe('A code to be sent to an applicant.')
  .meta({ id: 'SendOneTimeCode' });
export type SendOneTimeCode = z.infer<typeof SendOneTimeCode>;

export const OneTimeCodeSent = z
  .object({
    outcome: z
      .enum(['sent', 'unreachable', 'away'])
      .describe('sent: a provider took it; unreachable: no address that works is known; away: may work later.'),
  })
  .describe('What became of a one-time code.')
  .meta({ id: 'OneTimeCodeSent' });
export type OneTimeCodeSent = z.infer<typeof OneTimeCodeSent>;
