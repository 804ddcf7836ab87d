import { z } from 'zod';
import { ProposedCorrection } from '../dossier/proposals.ts';
import { Code, IsoInstant } from '../instant.ts';

/** Something that would change figures of the past: nothing follows from it until another person has approved it. */
export const DossierProposal = z
  .object({
    proposal: z.number().int().min(1).describe('Its number within the dossier: dossierVersion after the event that made it.'),
    kind: z
      .enum(['moment', 'unit', 'correction'])
      .describe(
        'moment: when an event happened; unit: which unit was responsible from receipt on; correction: fields by which it is counted ' +
          'whether the dossier was on time.',
      ),
    event: z.string().nullable().describe('Of a moment: short name of the event, for example processed; null: of another kind.'),
    effectiveAt: IsoInstant.nullable().describe('Of a moment: when the event took effect; null: of another kind.'),
    occurredAt: IsoInstant.nullable().describe('Of a moment: when it is said to have happened; null: of another kind.'),
    unit: Code.nullable().describe('Of a unit: the one that is said to have been responsible; null: of another kind.'),
    correction: ProposedCorrection.nullable().describe(
      'Of a correction: the fields as they were, and as they are said to be right; null: of another kind.',
    ),
    madeAt: IsoInstant.describe('When it was made.'),
    madeBy: z.string().nullable().describe('Who made it, and may not approve it: staff id or system; null: nobody was named.'),
    lapsesAt: IsoInstant.describe('The last moment at which it can be approved: five working days after it was made.'),
    state: z.enum(['pending', 'approved', 'rejected', 'lapsed']).describe('What has become of it by now.'),
    decidedAt: IsoInstant.nullable().describe('When it was approved or rejected; null: it was not.'),
  })
  .describe('A proposal about a dossier.')
  .meta({ id: 'DossierProposal' });
export type DossierProposal = z.infer<typeof DossierProposal>;

/** `GET /v1/proposals`: a keyset page of what waits for a decision. */
export const ProposalPage = z
  .object({
    proposals: z
      .array(
        DossierProposal.extend({
          dossierId: z.uuid().describe('The dossier.'),
          code: z.string().nullable().describe('Its code.'),
          responsibleUnit: Code.describe('The unit that answers for it.'),
          handlingUnit: Code.describe('The unit that handles it now.'),
        }),
      )
      .describe('The page, the oldest first.'),
    next: z.string().nullable().describe('Value for `cursor` of the next page; null: this was the last.'),
  })
  .describe('Proposals that wait for a decision.')
  .meta({ id: 'ProposalPage' });
export type ProposalPage = z.infer<typeof ProposalPage>;
