import { z } from 'zod';
import { Code, IsoInstant, LocalDate } from '../instant.ts';
import { PaymentWay } from './desk-entry.ts';

/** What was taken once: with a receipt, with a payment that was asked for, or with the return of a result. */
export const FeeTaking = z
  .object({
    dossierId: z.uuid(),
    version: z.number().int().min(1).describe('dossierVersion after the step with which it was taken.'),
    code: z.string().nullable().describe('Code of the dossier; null: it is not received yet.'),
    unit: Code.describe('The unit whose officer took it.'),
    procedure: Code.describe('The procedure then.'),
    officer: z.string().nullable().describe('Who took it: staff id or system.'),
    day: LocalDate.describe('Local day of the unit on which it was taken.'),
    takenAt: IsoInstant.describe('When it was taken.'),
    recordedAt: IsoInstant.describe('When it was recorded: later than the day, where it was entered after it.'),
    way: PaymentWay,
    amount: z.number().int().min(0).describe('In đồng.'),
    receiptNumber: z
      .string()
      .nullable()
      .describe('Number of the receipt; `***` for who does not handle dossiers; null: none was written down.'),
    isCancelled: z.boolean().describe('The step was taken back: it stays in the list and counts in no sum.'),
  })
  .describe('A fee that was taken.')
  .meta({ id: 'FeeTaking' });
export type FeeTaking = z.infer<typeof FeeTaking>;

/** `GET /v1/fees`: a keyset page. */
export const FeePage = z
  .object({
    takings: z.array(FeeTaking).describe('The page, in the order of taking.'),
    next: z.string().nullable().describe('Value for `cursor` of the next page; null: this was the last.'),
  })
  .describe('A page of fees that were taken.')
  .meta({ id: 'FeePage' });
export type FeePage = z.infer<typeof FeePage>;

const sum = {
  number: z.number().int().min(0).describe('How many times something was taken.'),
  amount: z.number().int().min(0).describe('Their sum, in đồng.'),
};
const FeeSum = z.object({ key: z.string().nullable().describe('What it is the sum of; null: of whom nobody is named.'), ...sum });

/** `GET /v1/fees/cash-up`: every sum is that of its part of the list. */
export const CashUp = z
  .object({
    unit: Code,
    from: LocalDate,
    to: LocalDate,
    asOf: IsoInstant.describe('The moment it stands for.'),
    total: z.object(sum).describe('All that was taken and not cancelled.'),
    cancelled: z.object(sum).describe('What was taken back: in no other sum.'),
    byUnit: z.array(FeeSum),
    byDay: z.array(FeeSum),
    byOfficer: z.array(FeeSum),
    byProcedure: z.array(FeeSum),
    byWay: z.array(FeeSum),
  })
  .describe('What the counters of a unit and those below it took on some days.')
  .meta({ id: 'CashUp' });
export type CashUp = z.infer<typeof CashUp>;
