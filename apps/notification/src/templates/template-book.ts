import type { NoticeChannel } from '@motcua/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkTemplate } from './check-template.ts';
import type { Language } from './moments.ts';
import { nameOf, parseTexts, renderTexts, type ParsedTexts } from './render-template.ts';
import { toUnmarked } from './sms-form.ts';
import { TemplateError } from './template-error.ts';
import { Template } from './template.ts';
import { toHtml, withFooter } from './to-html.ts';

export interface RenderRequest {
  readonly template: string;
  /** The newest unless told. */
  readonly version?: number | undefined;
  readonly language: Language;
  readonly channel: NoticeChannel;
  readonly variables: unknown;
}

export interface RenderedMessage {
  readonly template: { readonly id: string; readonly version: number };
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The variables as they are shown; goes into `OutgoingMessage.variables`. */
  readonly values: Readonly<Record<string, string>>;
}

export interface TemplateBookOptions {
  /** Short messages keep their marks (Unicode, 70 characters a segment) instead of losing them (160). */
  readonly smsUnicode?: boolean;
}

interface Page {
  readonly template: Template;
  readonly texts: Readonly<Record<Language, ParsedTexts>>;
}

/** Every version of every template, checked. */
export class TemplateBook {
  readonly #pages = new Map<string, Page>();
  readonly #newest = new Map<string, number>();
  readonly #smsUnicode: boolean;

  /** @throws Error listing every problem of every template */
  constructor(templates: readonly Template[], { smsUnicode = false }: TemplateBookOptions = {}) {
    this.#smsUnicode = smsUnicode;
    const problems = templates.flatMap((template) => this.#add(template));
    if (problems.length > 0) throw new Error(`Correct these templates:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }

  /** The newest version of each, by id. */
  list(): readonly Template[] {
    return [...this.#newest.keys()].sort().map((id) => this.get(id));
  }

  has(id: string): boolean {
    return this.#newest.has(id);
  }

  /** @throws TemplateError `template.unknown` */
  get(id: string, version?: number): Template {
    return this.#page(id, version).template;
  }

  /** @throws TemplateError */
  render({ template: id, version, language, channel, variables }: RenderRequest): RenderedMessage {
    const { template, texts } = this.#page(id, version);
    const { subject, text, sms, values } = renderTexts(template, texts[language], language, variables);
    const common = { template: { id: template.id, version: template.version }, subject, values };
    if (channel === 'sms') return { ...common, text: this.#smsUnicode ? sms : toUnmarked(sms) };
    if (channel === 'mail') return { ...common, text: withFooter(text, language), html: toHtml({ subject, text, language }) };
    return { ...common, text };
  }

  #add(template: Template): string[] {
    const name = nameOf(template);
    if (this.#pages.has(name)) return [`${name}: two files hold it`];
    const problems = checkTemplate(template);
    if (problems.length > 0) return problems.map((problem) => `${name}: ${problem}`);
    this.#pages.set(name, { template, texts: { vi: parseTexts(template, 'vi'), en: parseTexts(template, 'en') } });
    this.#newest.set(template.id, Math.max(template.version, this.#newest.get(template.id) ?? 0));
    return [];
  }

  #page(id: string, version: number | undefined): Page {
    const found = this.#pages.get(nameOf({ id, version: version ?? this.#newest.get(id) ?? 0 }));
    if (found !== undefined) return found;
    const which = version === undefined ? `"${id}"` : `"${id}" in version ${version}`;
    throw new TemplateError(
      'template.unknown',
      `There is no template ${which}. GET /v1/notification-templates lists those there are.`,
    );
  }
}

const folder = join(import.meta.dirname, 'texts');

/** The book of the files beside this one. @throws Error listing every problem: a service with a broken template does not start */
export function openTemplateBook(options?: TemplateBookOptions): TemplateBook {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return new TemplateBook(files.sort().map(readTemplate), options);
}

function readTemplate(file: string): Template {
  const parsed = Template.safeParse(parse(readFileSync(join(folder, file), 'utf8')));
  if (!parsed.success)
    throw new Error(
      `Correct ${file}: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
    );
  if (`${nameOf(parsed.data)}.yaml` !== file) throw new Error(`Rename ${file}: it holds ${nameOf(parsed.data)}.`);
  return parsed.data;
}
