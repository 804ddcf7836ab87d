import { Code } from '@motcua/contracts';
import { CursorNumber } from '@motcua/http';
import { z } from 'zod';

export const NoticeParameters = z.object({
  dossier: z.uuid().optional().describe('About this dossier.'),
  recipient: z.string().min(1).max(200).optional().describe('To this staff id; `applicant`: to applicants.'),
  unit: Code.optional().describe('Of this unit and those below it.'),
  event: z.string().max(100).optional().describe('Of this event, for example `sla.breached`.'),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Notices a page.'),
});
export type NoticeParameters = z.infer<typeof NoticeParameters>;

export const Position = z.strictObject({ position: CursorNumber });
