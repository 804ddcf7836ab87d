import { z } from 'zod';
import { Code, IsoInstant } from '../instant.ts';
import { Archive } from './digitization.ts';

const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'No control characters.');

/** A document that an earlier system digitized and keeps. */
export const ArchivedDocument = z
  .strictObject({
    source: text(200)
      .optional()
      .describe('The system the dossier was born in, as in its events; absent: that of the access token, which alone it may be.'),
    sourceCode: text(200).describe('Code of the dossier there.'),
    part: z.enum(['component', 'result']).describe('What was digitized.'),
    code: Code.optional().describe('Component or result code; this or `number`.'),
    number: z.number().int().min(1).max(999).optional().describe('Place on the checklist, from 1; this or `code`.'),
    digitizedAt: IsoInstant.describe('When it was digitized; not in the future.'),
    archive: Archive.describe('Who keeps the file, and where.'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .describe('SHA-256 of its content, where the archive knows it. It is not checked, for the file is not here.'),
    pages: z.number().int().min(1).max(100_000).optional().describe('Its pages.'),
    signed: z.boolean().describe('The archive says that it carries a digital signature: a claim, and counted as unverified.'),
  })
  .refine(({ code, number }) => (code === undefined) !== (number === undefined), {
    message: 'Give either the code or the number.',
    path: ['code'],
  })
  .describe(
    'A document that an earlier system digitized and keeps. The same archive and href (or else hash, or moment) is the same file.',
  )
  .meta({ id: 'ArchivedDocument' });
export type ArchivedDocument = z.infer<typeof ArchivedDocument>;

export const MAX_IMPORTED_DOCUMENTS = 5_000;

/** `POST /v1/digitization-imports`. Each line by itself; repeated, it changes nothing. */
export const DigitizationImport = z
  .strictObject({ documents: z.array(ArchivedDocument).min(1).max(MAX_IMPORTED_DOCUMENTS) })
  .describe('What an earlier system digitized.')
  .meta({ id: 'DigitizationImport' });
export type DigitizationImport = z.infer<typeof DigitizationImport>;

export const DigitizationImportResult = z
  .object({
    taken: z.number().int().describe('Documents that are new.'),
    known: z
      .number()
      .int()
      .describe('Documents that were there already, also those rejected or forgotten since; nothing was changed.'),
    refused: z
      .array(
        z.object({
          index: z.number().int().describe('Place of the line in `documents`, from 0.'),
          sourceCode: z.string().nullable(),
          code: z
            .string()
            .describe(
              'document.malformed, document.in-the-future, dossier.unknown (its receipt may not have arrived yet: send the line again later), ' +
                'source.foreign, source.unit-outside, or a refusal of the checklist such as component.unknown, component.not-scanned, result.unknown.',
            ),
          detail: z.string().describe('What to do.'),
        }),
      )
      .describe('Lines that were not taken, and why; the others were.'),
  })
  .meta({ id: 'DigitizationImportResult' });
export type DigitizationImportResult = z.infer<typeof DigitizationImportResult>;
