import { z } from 'zod';
import { Code } from '../instant.ts';
import { AuthorisedPerson, HandedInComponent, PaymentWay } from './desk-entry.ts';

export const AskedPaper = z
  .strictObject({
    code: Code.optional().describe('One of the procedure’s components on the day of receipt.'),
    name: z.string().min(1).max(500).optional().describe('What it is, where the procedure lists no such component.'),
  })
  .refine(({ code, name }) => (code === undefined) !== (name === undefined), {
    message: 'Say either the code or the name of a paper.',
  })
  .describe('A paper that is asked for: by code where the procedure lists it, else by name.')
  .meta({ id: 'AskedPaper' });
export type AskedPaper = z.infer<typeof AskedPaper>;

/** What is taken down with a later step of a dossier. It stays in dossier-intake, sealed: no event carries it. */
export const StepEntry = z
  .strictObject({
    papers: z
      .array(AskedPaper)
      .max(200)
      .optional()
      .describe('Of a supplement request: what is to be brought, in the order of the slip.'),
    handedIn: z
      .array(HandedInComponent)
      .max(200)
      .optional()
      .describe('Of a supplement that arrived: what was brought, in the order of the slip.'),
    takenBy: AuthorisedPerson.optional().describe(
      'Of a return: who took the result in the applicant’s place; absent: the applicant did.',
    ),
    payment: z
      .strictObject({
        amount: z.number().int().min(0).max(1_000_000_000_000).describe('What is to be paid, or was, in đồng.'),
        place: z.string().max(500).optional().describe('Where it is to be paid: a counter, an account.'),
        way: PaymentWay.optional().describe('How it was paid; absent: at the counter.'),
        receiptNumber: z.string().max(50).optional().describe('Number of the receipt for what was paid.'),
      })
      .optional()
      .describe('Of a payment request, of a payment, and of a return with which what was still owed is paid.'),
  })
  .describe('What was taken down with a step of a dossier, beside its reason.')
  .meta({ id: 'StepEntry' });
export type StepEntry = z.infer<typeof StepEntry>;
