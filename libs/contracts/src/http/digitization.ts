import { z } from 'zod';
import { ComponentCounts } from '../digitization/digitization-event.ts';
import { ComponentStatus, ExemptReason, IdentityProof, SignatureStatus } from '../digitization/digitization-vocabulary.ts';
import { Code, IsoInstant, LocalizedName } from '../instant.ts';

/** Where a file is kept that was digitized before there was this system. */
export const Archive = z
  .object({
    system: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'No control characters.')
      .describe('The system that keeps it.'),
    href: z
      .string()
      .min(1)
      .max(1_000)
      .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'No control characters.')
      .optional()
      .describe('Where it is found there; forgotten here when the purpose of the file has ended. No personal data.'),
  })
  .describe('The archive of another system.')
  .meta({ id: 'Archive' });
export type Archive = z.infer<typeof Archive>;

/** A file as it is told of: what it is and how long it is kept. Its name is never stored. */
export const StoredFile = z
  .object({
    fileId: z.uuid(),
    sha256: z.string().nullable().describe('SHA-256 of its content; null: the archive that keeps it did not tell.'),
    bytes: z.number().int().nullable().describe('Its size; null: an archive keeps it.'),
    mediaType: z.string().nullable().describe('Its type, by content; null: an archive keeps it.'),
    pages: z.number().int().nullable().describe('Its pages; null: the archive that keeps it did not tell.'),
    signed: z.boolean().describe('It carries a signature that was verified.'),
    signature: SignatureStatus,
    signatureReason: z
      .string()
      .nullable()
      .describe('Why its signature is not verified, as a code; null: it is, or there is none, or nobody looked yet.'),
    by: z.string().describe('Staff id of who uploaded or reused it.'),
    at: IsoInstant.describe('When it was uploaded, reused, or digitized by the system that keeps it.'),
    heldBy: Archive.nullable().describe(
      'Who keeps it, where it is not here: it counts, and cannot be opened here. null: it is kept here.',
    ),
    reusedFrom: z.uuid().nullable().describe('The file of another dossier it was taken from.'),
    purpose: z.string().describe('What it is kept for, as a code.'),
    keptUntil: IsoInstant.nullable().describe('End of that purpose; null: the dossier is open.'),
    erasedAt: IsoInstant.nullable().describe('When its content was erased.'),
  })
  .describe('A file of a dossier.')
  .meta({ id: 'StoredFile' });
export type StoredFile = z.infer<typeof StoredFile>;

/** A file whose content is here: all is known of it. */
export const KeptFile = StoredFile.omit({ heldBy: true })
  .extend({
    sha256: z.string().describe('SHA-256 of its content.'),
    bytes: z.number().int(),
    mediaType: z.string().describe('Its type, by content.'),
    pages: z.number().int(),
  })
  .describe('A file of a dossier that is kept here.')
  .meta({ id: 'KeptFile' });
export type KeptFile = z.infer<typeof KeptFile>;

/** That a paper of the same applicant exists elsewhere: not whose dossier it is in, nor what it says. */
export const ReuseProposal = z
  .object({
    fileId: z.uuid().describe('Names it to whoever reuses it; opens nothing.'),
    part: z.enum(['component', 'result']).describe('What it is there.'),
    partCode: Code.describe('Its component or result code there.'),
    unit: Code.describe('The unit that answers for it.'),
    date: z.iso.date().describe('The local day on which it was attached there.'),
    because: z.enum(['same-content', 'same-component']).describe('same-content: the very file that was uploaded here.'),
    needs: z
      .enum(['nothing', 'consent'])
      .describe('What reusing it takes of who asks: nothing more, or the citizen’s consent (field `consent`).'),
  })
  .describe('A paper that may be reused, shown to handlers of the dossier; nothing is reused until an officer says so.')
  .meta({ id: 'ReuseProposal' });
export type ReuseProposal = z.infer<typeof ReuseProposal>;

export const ComponentLine = z
  .object({
    number: z.number().int().min(1).describe('Its place on the receipt.'),
    code: Code,
    name: LocalizedName,
    copies: z.number().int(),
    status: ComponentStatus,
    exemptReason: ExemptReason.nullable(),
    files: z.array(StoredFile),
    proposals: z
      .array(ReuseProposal)
      .describe('Papers of the same applicant elsewhere; empty for who does not handle the dossier itself.'),
  })
  .describe('A component of a dossier.')
  .meta({ id: 'ComponentLine' });
export type ComponentLine = z.infer<typeof ComponentLine>;

/** `GET /v1/dossiers/{id}/components` */
export const DossierComponents = z
  .object({
    dossierId: z.uuid(),
    code: z.string().nullable(),
    digitizationVersion: z.number().int(),
    components: z.array(ComponentLine),
    results: z.array(z.object({ code: Code, name: LocalizedName, digitized: z.boolean(), files: z.array(StoredFile) })),
    counts: ComponentCounts,
    isDigitized: z.boolean().describe('Nothing is missing of the components, and a file is attached to the result (4.2).'),
    reuse: z
      .enum(['known', 'applicant-unknown', 'not-asked'])
      .describe(
        'known: proposals rest on the applicant’s dossiers; applicant-unknown: the dossier names none; not-asked: not asked yet.',
      ),
  })
  .describe('What is there of the documents of a dossier.')
  .meta({ id: 'DossierComponents' });
export type DossierComponents = z.infer<typeof DossierComponents>;

/** `POST …/components/{n}/files`, `POST …/result/files` */
export const AttachedFile = z
  .object({
    file: KeptFile,
    already: z.boolean().describe('The very file was attached there before; nothing changed.'),
    counts: ComponentCounts,
    isDigitized: z.boolean(),
    proposals: z.array(ReuseProposal).describe('The same content in other dossiers of the same applicant.'),
  })
  .describe('A file was attached.')
  .meta({ id: 'AttachedFile' });
export type AttachedFile = z.infer<typeof AttachedFile>;

/** `POST …/components/{n}/checks`, `POST …/result/checks` */
export const RecordScanCheck = z
  .strictObject({
    count: z.boolean().describe('The number of sheets is right.'),
    completeness: z.boolean().describe('Every page is whole.'),
    order: z.boolean().describe('They are in order.'),
    legibility: z.boolean().describe('They can be read.'),
  })
  .describe('What an officer found when checking a scan.');
export type RecordScanCheck = z.infer<typeof RecordScanCheck>;

/** `POST …/components/{n}/reuse` */
export const ReuseFile = z
  .strictObject({
    fileId: z.uuid().describe('The file to take.'),
    consent: z
      .strictObject({ proof: IdentityProof })
      .optional()
      .describe('The citizen’s, recorded by the officer; needed where the officer may not open the file itself.'),
  })
  .describe('Take a file of another dossier.');
export type ReuseFile = z.infer<typeof ReuseFile>;

/** `POST …/components/{n}/exemption` */
export const ExemptComponent = z.strictObject({ reason: ExemptReason }).describe('A component is not scanned.');
export type ExemptComponent = z.infer<typeof ExemptComponent>;

/** `GET /v1/dossiers/{id}/components/history` */
export const DocumentHistory = z
  .object({
    dossierId: z.uuid(),
    entries: z.array(
      z.object({
        version: z.number().int().describe('digitizationVersion after it.'),
        type: z.string().describe('Type of the event.'),
        officer: z.string().nullable().describe('Staff id of who did it; null: done by rule.'),
        occurredAt: IsoInstant,
        recordedAt: IsoInstant,
        change: z.record(z.string(), z.unknown()).describe('What is special to it, as on digitization.events.v1.'),
      }),
    ),
  })
  .describe('What happened to the documents of a dossier, oldest first: also who reused a file of it, where and on what ground.')
  .meta({ id: 'DocumentHistory' });
export type DocumentHistory = z.infer<typeof DocumentHistory>;

/** What a check, a reuse or an exemption leaves behind. */
export const DigitizationState = z
  .object({ dossierId: z.uuid(), digitizationVersion: z.number().int(), counts: ComponentCounts, isDigitized: z.boolean() })
  .describe('The state of a dossier’s digitization.')
  .meta({ id: 'DigitizationState' });
export type DigitizationState = z.infer<typeof DigitizationState>;

export const BacklogLine = z
  .object({
    dossierId: z.uuid(),
    code: z.string().nullable(),
    sourceCode: z.string().nullable(),
    unit: Code.describe('Responsible unit.'),
    procedure: Code,
    receivedAt: IsoInstant,
    ageDays: z.number().int().describe('Whole days since it was received.'),
    missingComponents: z.array(Code),
    missingResults: z.array(Code).describe('Results without a file; asked for only once the dossier has ended.'),
  })
  .describe('A dossier with something left to scan.')
  .meta({ id: 'BacklogLine' });
export type BacklogLine = z.infer<typeof BacklogLine>;

/** `GET /v1/backlog?unit=&cursor=&limit=`: oldest first. */
export const BacklogPage = z
  .object({
    unit: Code,
    asOf: IsoInstant,
    count: z.number().int().describe('How many there are in all, not in this page.'),
    dossiers: z.array(BacklogLine),
    next: z.string().nullable().describe('Cursor of the next page; null: this is the last.'),
  })
  .describe('A page of what is still to scan.')
  .meta({ id: 'BacklogPage' });
export type BacklogPage = z.infer<typeof BacklogPage>;

/** `POST /v1/retention/runs` */
export const RetentionRequest = z
  .strictObject({
    dryRun: z.boolean().describe('true: list what would be erased; false: erase it.'),
    limit: z.number().int().min(1).max(10_000).default(1_000).describe('Files at most.'),
  })
  .describe('Erase what has served its purpose.');
export type RetentionRequest = z.infer<typeof RetentionRequest>;

export const RetentionRun = z
  .object({
    runId: z.uuid().nullable().describe('The run on record; null: a dry run leaves none.'),
    dryRun: z.boolean(),
    at: IsoInstant,
    files: z.array(
      z.object({
        fileId: z.uuid(),
        dossierId: z.uuid(),
        part: z.enum(['component', 'result']),
        partCode: Code,
        sha256: z.string().nullable().describe('Of the content that was kept here; null: an archive keeps it.'),
        bytes: z.number().int().nullable(),
        heldBy: z.string().nullable().describe('The archive that keeps it: only what was known of it here is forgotten.'),
        purpose: z.string(),
        keptUntil: IsoInstant.describe('When its purpose ended.'),
        contentErased: z
          .boolean()
          .describe('Nothing of its content is left here. false: another file with the same content is still kept.'),
      }),
    ),
    applicantRefs: z.number().int().describe('References to applicants forgotten.'),
    more: z.boolean().describe('There was more than the limit: run again.'),
  })
  .describe('What was, or would be, erased.')
  .meta({ id: 'RetentionRun' });
export type RetentionRun = z.infer<typeof RetentionRun>;

/** `POST /v1/stored-files/verification` */
export const StoredFilesVerification = z
  .object({
    files: z.number().int().describe('Contents that should be there.'),
    missing: z.array(z.string()).describe('SHA-256 of contents that are not.'),
    damaged: z.array(z.string()).describe('SHA-256 of contents that are not what they were.'),
    orphaned: z.array(z.string()).describe('SHA-256 of contents that belong to no file, older than an upload takes.'),
  })
  .describe('Files and contents, compared.')
  .meta({ id: 'StoredFilesVerification' });
export type StoredFilesVerification = z.infer<typeof StoredFilesVerification>;
