import { z } from 'zod';
import { Code, LocalizedName } from '../instant.ts';

/** Why a component is not scanned (TT 03/2025/TT-VPCP Art. 5(2)). */
export const ExemptReason = z
  .enum(['online-dossier', 'comparison-only', 'consultation-result', 'secret'])
  .describe(
    'online-dossier: filed online, it is electronic already; comparison-only: shown for comparison and given back; consultation-result: ' +
      'an answer of another agency; secret: a state secret.',
  )
  .meta({ id: 'ExemptReason' });
export type ExemptReason = z.infer<typeof ExemptReason>;

/** A document that a procedure asks for (thành phần hồ sơ). */
export const ProcedureComponent = z
  .object({
    code: Code.describe('Component code, unique within the procedure.'),
    name: LocalizedName,
    copies: z.number().int().min(1).max(100).describe('How many copies are asked for.'),
    scan: z.enum(['asked', 'exempt']).describe('Whether scanning is asked for where the dossier comes on paper.'),
    exemptReason: ExemptReason.exclude(['online-dossier'])
      .optional()
      .describe('Why it is not scanned; given exactly where `scan` is `exempt`.'),
  })
  .refine(({ scan, exemptReason }) => (scan === 'exempt') === (exemptReason !== undefined), {
    message: 'An exempt component gives its reason; one that is scanned gives none.',
    path: ['exemptReason'],
  })
  .describe('A document that the procedure asks for.')
  .meta({ id: 'ProcedureComponent' });
export type ProcedureComponent = z.infer<typeof ProcedureComponent>;

/** A document that the applicant gets (kết quả). */
export const ProcedureResult = z
  .object({ code: Code.describe('Result code, unique within the procedure.'), name: LocalizedName })
  .describe('A document that the procedure ends with.')
  .meta({ id: 'ProcedureResult' });
export type ProcedureResult = z.infer<typeof ProcedureResult>;

/** What is there of a component. */
export const ComponentStatus = z
  .enum(['not-digitized', 'digitized', 'reused-component', 'reused-result', 'exempt'])
  .describe(
    'digitized: a file is attached; reused-component, reused-result: taken from a component or a result of another dossier; ' +
      'exempt: no scanning is asked for.',
  )
  .meta({ id: 'ComponentStatus' });
export type ComponentStatus = z.infer<typeof ComponentStatus>;

/** What permits taking a file of another dossier. */
export const ReuseGround = z
  .enum(['content-right', 'consent'])
  .describe(
    'content-right: whoever took it may open it where it lies; consent: the citizen said so to an officer who handles the dossier.',
  )
  .meta({ id: 'ReuseGround' });
export type ReuseGround = z.infer<typeof ReuseGround>;

/** How citizens who consent proved who they are: the kind of proof alone, never what stands in it. */
export const IdentityProof = z
  .enum(['id-card-shown', 'passport-shown', 'vneid', 'digital-signature', 'power-of-attorney'])
  .describe(
    'id-card-shown: the identity card (căn cước) was shown; passport-shown: a passport was; vneid: confirmed in VNeID; ' +
      'digital-signature: signed digitally; power-of-attorney: a representative showed a power of attorney.',
  )
  .meta({ id: 'IdentityProof' });
export type IdentityProof = z.infer<typeof IdentityProof>;

/** What an officer looks at when a scan is checked. */
export const ScanFault = z
  .enum(['count', 'completeness', 'order', 'legibility'])
  .describe('What a scan is checked for: number of sheets, completeness, their order, legibility.')
  .meta({ id: 'ScanFault' });
export type ScanFault = z.infer<typeof ScanFault>;

export const SignatureStatus = z
  .enum(['none', 'broken', 'unverified', 'verified'])
  .describe(
    'Digital signatures of a file: none; broken: it was changed since, or what calls itself a signature is none; unverified: whole, but nobody ' +
      'we trust vouches for who signed, or it is not known whether that was taken back; verified: whole, and a trusted authority vouches for it.',
  )
  .meta({ id: 'SignatureStatus' });
export type SignatureStatus = z.infer<typeof SignatureStatus>;
