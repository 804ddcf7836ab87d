import { z } from 'zod';
import { IsoInstant, LocalDate } from '../../instant.ts';

/** `PUT /v1/targets/{unit}/{indicator}`, `GET /v1/targets?unit=`: below it, head and leader are told. */
export const PutTarget = z
  .strictObject({
    target: z.number().gt(0).max(1).describe('Share that is aimed at, for example 0.95.'),
    validFrom: LocalDate,
    validTo: LocalDate.nullable(),
  })
  .describe('A target of a unit.')
  .meta({ id: 'PutTarget' });
export type PutTarget = z.infer<typeof PutTarget>;

export const Target = z
  .object({
    unit: z.string(),
    indicator: z.string().describe('Id of a rate, for example `on-time.766`.'),
    ...PutTarget.shape,
    state: z.enum(['unknown', 'met', 'missed']).describe('As last read from the board; missed: head and leader were told.'),
    value: z.number().nullable().describe('The figure of this month as last read.'),
    period: z.string().nullable().describe('The month it was read for, YYYY-MM.'),
    checkedAt: IsoInstant.nullable(),
  })
  .describe('A target of a unit, and how it stands.')
  .meta({ id: 'Target' });
export type Target = z.infer<typeof Target>;

export const TargetList = z
  .object({ targets: z.array(Target) })
  .describe('Targets.')
  .meta({ id: 'TargetList' });
export type TargetList = z.infer<typeof TargetList>;
