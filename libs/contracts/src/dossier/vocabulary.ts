import { z } from 'zod';

/** How the dossier reached the counter (kênh thực hiện). */
export const Channel = z
  .enum(['in-person', 'online', 'postal', 'phone', 'other'])
  .describe('How the dossier reached the one-stop shop.')
  .meta({ id: 'Channel' });
export type Channel = z.infer<typeof Channel>;

/** How much of the procedure can be done online: full (toàn trình, once level 4), partial (một phần, once level 3), none. */
export const ServiceLevel = z
  .enum(['full', 'partial', 'none'])
  .describe('How much of the procedure is offered online.')
  .meta({ id: 'ServiceLevel' });
export type ServiceLevel = z.infer<typeof ServiceLevel>;

/**
 * The national status codes: 1 newly registered · 2 received · 3 not received · 4 in process · 5 supplement requested ·
 * 6 financial obligation requested · 7 citizen asks to withdraw · 8 stopped · 9 processed · 10 result returned.
 */
export const StatusCode = z.number().int().min(1).max(10).describe('National status code, 1–10.').meta({ id: 'StatusCode' });
export type StatusCode = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

export const LimitUnit = z.enum(['working-day', 'working-hour', 'calendar-day']).describe('What the limit is counted in.');
export type LimitUnit = z.infer<typeof LimitUnit>;

/** A time limit; 0 working days means the same day. */
export const Limit = z
  .object({
    amount: z.number().int().min(0).describe('Whole number; 0 only in working days: the same day.'),
    unit: LimitUnit,
  })
  .describe('A time limit.')
  .meta({ id: 'Limit' });
export type Limit = z.infer<typeof Limit>;

export const PauseReason = z
  .enum(['supplement', 'payment', 'withdrawal'])
  .describe('Why the clock stood: a supplement was asked for, a payment was awaited, a withdrawal was being decided.')
  .meta({ id: 'PauseReason' });
export type PauseReason = z.infer<typeof PauseReason>;

export const PauseRule = z
  .enum(['subtract', 'restart'])
  .describe('What a pause does to the limit: its working time is subtracted, or the limit starts anew at its end.');
export type PauseRule = z.infer<typeof PauseRule>;

export const EndedBy = z
  .enum(['processed', 'returned', 'stopped', 'refused', 'withdrawn'])
  .describe('What ended the dossier; a refusal ends it only if it had been received.')
  .meta({ id: 'EndedBy' });
export type EndedBy = z.infer<typeof EndedBy>;

export const UnitKind = z
  .enum(['province', 'district-office', 'commune', 'department'])
  .describe('The level of a unit.')
  .meta({ id: 'UnitKind' });
export type UnitKind = z.infer<typeof UnitKind>;

/** Data-quality findings that are recorded with the dossier and never stop it. */
export const Finding = z
  .enum(['ended-before-received', 'second-supplement', 'event-after-end', 'out-of-order', 'unknown-officer'])
  .describe('A data-quality finding.')
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

/** How an import session ended; the dossier log says so of each. */
export const SessionEnd = z
  .enum(['closed', 'abandoned'])
  .describe('closed: whoever opened it said that it is complete; abandoned: nothing came for so long that it was ended.')
  .meta({ id: 'SessionEnd' });
export type SessionEnd = z.infer<typeof SessionEnd>;
