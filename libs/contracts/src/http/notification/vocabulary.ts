import { z } from 'zod';
import { SlaAudience } from '../../sla/sla-vocabulary.ts';

/** The ways a notice can go out, as a clerk calls them. The one list of them: everything that has to know each does not compile without it. */
export const noticeChannels = {
  'in-app': 'hộp thư',
  mail: 'thư điện tử',
  sms: 'tin nhắn SMS',
  zalo: 'Zalo',
  webhook: 'webhook',
} as const;

/** How a message reaches somebody. */
export const NoticeChannel = z
  .enum(Object.keys(noticeChannels) as (keyof typeof noticeChannels)[])
  .describe('in-app: the inbox of the console; webhook: a signed event to a subscriber.')
  .meta({ id: 'NoticeChannel' });
export type NoticeChannel = z.infer<typeof NoticeChannel>;

export const NoticeLanguage = z.enum(['vi', 'en']).describe('Language of a message.').meta({ id: 'NoticeLanguage' });
export type NoticeLanguage = z.infer<typeof NoticeLanguage>;

/** Whom a rule tells: `leader` is whoever leads the unit; `proposer` made a proposal; `applicant` is known by the dossier alone. */
export const NoticeAudience = z
  .enum([...SlaAudience.options, 'leader', 'proposer', 'applicant'])
  .describe('Whom a rule tells.')
  .meta({ id: 'NoticeAudience' });
export type NoticeAudience = z.infer<typeof NoticeAudience>;
