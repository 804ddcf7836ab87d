import { NoticeChannel, type PreviewTemplate, type TemplateList, type TemplatePreview } from '@motcua/contracts';
import { measureSms } from './sms-form.ts';
import type { TemplateBook } from './template-book.ts';

/** A template as it would be sent now, with its sample where no variables are given. @throws TemplateError */
export function previewTemplate(
  book: TemplateBook,
  id: string,
  { language, channel = 'mail', version, variables }: PreviewTemplate,
): TemplatePreview {
  const template = book.get(id, version);
  const rendered = book.render({ template: id, version, language, channel, variables: variables ?? template.sample });
  return {
    id,
    version: template.version,
    language,
    channel,
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html ?? null,
    sms: channel === 'sms' ? measureSms(rendered.text) : null,
  };
}

/** Every template by its newest version. */
export function listTemplates(book: TemplateBook): TemplateList {
  return {
    templates: book.list().map(({ id, version, audience, name, variables }) => ({
      id,
      version,
      audience,
      name,
      variables: Object.keys(variables),
      channels: [...NoticeChannel.options],
      languages: ['vi', 'en'],
    })),
  };
}
