import { z } from 'zod';
import { IsoInstant } from '../../instant.ts';
import { noticeFields } from './notices.ts';

/** A line of an inbox, in the reader’s language. */
export const InboxItem = z
  .object({
    ...noticeFields,
    title: z.string(),
    text: z.string(),
    shownAt: IsoInstant.describe('When it came into the inbox.'),
    members: z.number().int().min(0).describe('How many notices alike it stands for; 0: itself alone.'),
  })
  .describe('A notice in somebody’s inbox.')
  .meta({ id: 'InboxItem' });
export type InboxItem = z.infer<typeof InboxItem>;

/** `GET /v1/inbox?unread=true&cursor=&limit=`: of the token’s subject, newest first. */
export const InboxPage = z
  .object({
    unread: z.number().int().min(0).describe('How many are unread in all.'),
    items: z.array(InboxItem),
    next: z.string().nullable(),
  })
  .describe('A page of an inbox.')
  .meta({ id: 'InboxPage' });
export type InboxPage = z.infer<typeof InboxPage>;

/** `GET /v1/inbox/live` (SSE), event `inbox`: what came in since the last message; its id resumes by Last-Event-ID. */
export const InboxMessage = z
  .object({
    unread: z.number().int().min(0),
    items: z.array(InboxItem).describe('What came in, oldest first; of very many the newest 50, the rest is in the inbox.'),
  })
  .describe('What came into an inbox.')
  .meta({ id: 'InboxMessage' });
export type InboxMessage = z.infer<typeof InboxMessage>;
