import { z } from 'zod';
import { LocalizedName } from '../../instant.ts';
import { NoticeChannel, NoticeLanguage } from './vocabulary.ts';
import { verbatim } from '../../text/text-mark.ts';

/** `GET /v1/notification-templates` */
export const TemplateList = z
  .object({
    templates: z.array(
      z.object({
        id: z.string(),
        version: z.number().int().describe('The newest version.'),
        audience: z.enum(['staff', 'applicant']),
        name: LocalizedName,
        variables: z.array(z.string()).describe('Names of its variables.'),
        channels: z.array(NoticeChannel),
        languages: z.array(NoticeLanguage),
      }),
    ),
  })
  .describe('Every template.')
  .meta({ id: 'TemplateList' });
export type TemplateList = z.infer<typeof TemplateList>;

/** `POST /v1/notification-templates/{id}/preview` */
export const PreviewTemplate = z
  .strictObject({
    language: NoticeLanguage,
    channel: NoticeChannel.optional().describe('Absent: mail.'),
    version: z.number().int().min(1).optional().describe('Absent: the newest.'),
    // Kept nowhere; each kind of variable looks at its own.
    variables: verbatim(z.record(z.string(), z.unknown())).optional().describe('Absent: the template’s sample.'),
  })
  .describe('What to preview.')
  .meta({ id: 'PreviewTemplate' });
export type PreviewTemplate = z.infer<typeof PreviewTemplate>;

export const TemplatePreview = z
  .object({
    id: z.string(),
    version: z.number().int(),
    language: NoticeLanguage,
    channel: NoticeChannel,
    subject: z.string(),
    text: z.string(),
    html: z.string().nullable(),
    sms: z
      .object({
        encoding: z.enum(['GSM-7', 'Unicode']),
        segments: z.number().int(),
        characters: z.number().int(),
      })
      .nullable()
      .describe('What it costs as a short message; null: the channel is none.'),
  })
  .describe('A rendered template.')
  .meta({ id: 'TemplatePreview' });
export type TemplatePreview = z.infer<typeof TemplatePreview>;
