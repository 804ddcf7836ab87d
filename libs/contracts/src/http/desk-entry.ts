import { z } from 'zod';
import { Code } from '../instant.ts';
import { paragraphs } from '../text/text-mark.ts';

/** Personal data, as the applicant is: in no event. */
export const AuthorisedPerson = z
  .strictObject({
    name: z.string().min(1).max(200).describe('Full name.'),
    idNumber: z.string().max(20).optional().describe('Personal identification number.'),
    phone: z.string().max(20).optional().describe('Telephone number.'),
    address: z.string().max(500).optional().describe('Address.'),
  })
  .describe('Who hands in, or fetches the result, in the applicant’s place.')
  .meta({ id: 'AuthorisedPerson' });

/** Personal data too. */
export const Representative = z
  .strictObject({
    name: z.string().min(1).max(200).describe('Full name.'),
    position: z.string().max(200).optional().describe('Their position in the organisation.'),
  })
  .describe('Who acts for an organisation by law.')
  .meta({ id: 'Representative' });

export const HandedInComponent = z
  .strictObject({
    code: Code.optional().describe('One of the procedure’s components on the day of receipt.'),
    name: z.string().min(1).max(500).optional().describe('What it is, where the procedure lists no such component.'),
    copies: z.number().int().min(1).max(999).default(1).describe('How many of it were handed in.'),
    originals: z
      .number()
      .int()
      .min(0)
      .max(999)
      .optional()
      .describe('How many of them are originals, the others being copies; absent: nobody took that down.'),
  })
  .refine(({ code, name }) => (code === undefined) !== (name === undefined), {
    message: 'Say either the code or the name of a component.',
  })
  .refine(({ copies, originals = 0 }) => originals <= copies, {
    message: 'There are no more originals than were handed in.',
    path: ['originals'],
  })
  .describe('A paper that was handed in: by code where the procedure lists it, else by name.')
  .meta({ id: 'HandedInComponent' });
export type HandedInComponent = z.infer<typeof HandedInComponent>;

/** counter: handed over there; online: through the portal, or by a transfer that it started. */
export const paymentWays = ['counter', 'online'] as const;
export const PaymentWay = z.enum(paymentWays).describe('How it was paid: at the counter, or online.');
export type PaymentWay = z.infer<typeof PaymentWay>;

export const resultWays = ['counter', 'post', 'online'] as const;

/** What a counter takes down beside the applicant. It stays in dossier-intake: no event carries it. */
export const DeskEntry = z
  .strictObject({
    content: z
      .string()
      .min(1)
      .max(500)
      .optional()
      .describe(
        'What is asked for in particular, as the receipt says it beside the procedure; absent: the procedure says it all.',
      ),
    applicantKind: z
      .enum(['person', 'organisation'])
      .optional()
      .describe('Whom the applicant’s name names; of an organisation the ID number is its tax or enterprise code.'),
    representative: Representative.optional(),
    authorised: AuthorisedPerson.optional(),
    components: z.array(HandedInComponent).max(200).optional().describe('What was handed in, in the order of the receipt.'),
    resultBy: z
      .strictObject({
        way: z.enum(resultWays).describe('counter: fetched; post: sent; online: in the citizen’s electronic store.'),
        place: z.string().max(500).optional().describe('Where: the counter, or the postal address.'),
      })
      .optional()
      .describe('How the result is to be received.'),
    fee: z
      .strictObject({
        amount: z.number().int().min(0).max(1_000_000_000_000).describe('What was paid, or is to be, in đồng.'),
        paid: z.boolean().optional().describe('false: it is to be paid later, when the result is fetched; absent: it was paid.'),
        way: PaymentWay.optional().describe('How it was paid; absent: online where it was submitted so, else at the counter.'),
        receiptNumber: z.string().max(50).optional().describe('Number of the receipt for it.'),
      })
      .optional()
      .describe('Fees and charges.'),
    note: paragraphs(z.string().max(2000)).optional().describe('Whatever else is to be remembered.'),
  })
  .describe('What the counter took down when it received the dossier.')
  .meta({ id: 'DeskEntry' });
export type DeskEntry = z.infer<typeof DeskEntry>;
