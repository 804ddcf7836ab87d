import { z } from 'zod';
import { revertibleEventNames } from '../dossier/dossier-event.ts';
import { DossierSnapshot } from '../dossier/dossier-snapshot.ts';
import { IsoInstant } from '../instant.ts';
import { ApplicantErasure } from './applicant-rights.ts';
import { ShownApplicant } from './applicant.ts';
import { DeskEntry } from './desk-entry.ts';
import { dossierActions, type DossierAction } from './intake.ts';
import { DossierProposal } from './proposals.ts';
import { StepEntry } from './step-entry.ts';

const actions = z
  .array(z.enum(Object.keys(dossierActions) as DossierAction[]))
  .describe('What the reader may do to it as it stands: lawful in its status, and permitted to their role and unit.');

/** One event of a dossier, as those who handle it read it. */
export const HistoryEntry = z
  .object({
    version: z.number().int().describe('dossierVersion after it.'),
    type: z.string().describe('Event type.'),
    occurredAt: IsoInstant,
    recordedAt: IsoInstant,
    actor: z.string().nullable().describe('Who did it: staff id or system.'),
    change: z.record(z.string(), z.unknown()).describe('What was special to it.'),
    reasonText: z.string().optional().describe('Reason in words, for those who handle the dossier.'),
    desk: StepEntry.optional().describe('What was taken down with it, for those who handle the dossier.'),
  })
  .describe('An event of a dossier.')
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Answer of every write and of `GET /v1/dossiers/{id}`. The header `ETag: "<dossierVersion>"` is the value for `If-Match`. */
export const DossierView = z
  .object({
    dossier: DossierSnapshot,
    ledger: z.array(z.record(z.string(), z.unknown())).describe('How currentDue was counted, step by step.'),
    applicant: ShownApplicant.optional(),
    erasure: ApplicantErasure.optional().describe(
      'Whether the personal data of the applicant were erased or are asked to be (single read only); absent: neither.',
    ),
    desk: DeskEntry.optional().describe(
      'What the counter took down (single read only); texts are stars for who does not handle the dossier. Absent: nothing was taken down.',
    ),
    proposals: z
      .array(DossierProposal)
      .optional()
      .describe('What was proposed about it and what has become of that; absent: nothing was.'),
    undo: z
      .object({
        event: z.number().int().describe('dossierVersion after the event that the reader may take back.'),
        name: z.enum(revertibleEventNames).describe('Its short name.'),
        until: IsoInstant.describe('The last moment at which they may.'),
      })
      .optional()
      .describe('What the reader did last and may still take back; absent: nothing.'),
    actions: actions.optional().describe('What the reader may do to it as it stands (single read only).'),
    lookUpPath: z
      .string()
      .optional()
      .describe(
        'Where the applicant follows the dossier without signing in: for the slip, with the receipt alone. Whoever has it may look.',
      ),
    history: z.array(HistoryEntry).optional().describe('Every event, oldest first (single read only).'),
  })
  .describe('A dossier.')
  .meta({ id: 'DossierView' });
export type DossierView = z.infer<typeof DossierView>;

/** A dossier of a list: its state, and what its reader may do next. */
export const ListedDossier = DossierSnapshot.extend({
  actions,
  applicantName: z
    .string()
    .optional()
    .describe('Full name of the applicant, `N*** H***` where it is masked; absent: not asked for, or none is known.'),
  standIn: z.string().optional().describe('Staff id of who stands in today for the officer in charge; absent: they are there.'),
})
  .describe('A dossier of a list.')
  .meta({ id: 'ListedDossier' });
export type ListedDossier = z.infer<typeof ListedDossier>;

/** `GET /v1/dossiers`: a keyset page. */
export const DossierPage = z
  .object({
    dossiers: z.array(ListedDossier).describe('The page.'),
    next: z.string().nullable().describe('Value for `cursor` of the next page; null: this was the last.'),
  })
  .describe('A page of dossiers.')
  .meta({ id: 'DossierPage' });
export type DossierPage = z.infer<typeof DossierPage>;
