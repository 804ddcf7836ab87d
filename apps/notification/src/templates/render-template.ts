import { toOneLine } from '@motcua/contracts';
import { Liquid, type Template as ParsedTemplate } from 'liquidjs';
import type { Language } from './moments.ts';
import { showsPersonalData, withoutMarks } from './personal-data.ts';
import { TemplateError } from './template-error.ts';
import { parseKind, toVariablesSchema, type Template } from './template.ts';
import { variableKinds, type Shown, type VariableKind } from './variable-kinds.ts';

/** No file system, no includes: a text is what its file says. Anything undefined or unknown is an error and not an empty string. */
export const liquid = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  templates: {},
  renderLimit: 1_000,
  memoryLimit: 10_000_000,
});

/** The texts of a template in one language, parsed once. */
export interface ParsedTexts {
  readonly subject: ParsedTemplate[];
  readonly text: ParsedTemplate[];
  readonly sms: ParsedTemplate[];
}

export interface RenderedTexts {
  readonly subject: string;
  readonly text: string;
  readonly sms: string;
  /** The variables as they are shown: what a channel with templates of its own (Zalo ZNS) is given. Lists and words are left out. */
  readonly values: Readonly<Record<string, string>>;
}

export function parseTexts(template: Template, language: Language): ParsedTexts {
  const { subject, text, sms = subject } = template[language];
  return { subject: liquid.parse(subject), text: liquid.parse(text.trim()), sms: liquid.parse(sms) };
}

/**
 * Checks the variables, shows them in the language and zone, fills them in, and looks at what came out.
 *
 * @throws TemplateError `template.variables-invalid` naming the variables, `template.personal-data` where a text would show a long
 * number that no variable declares, `template.not-rendered` for anything liquid objects to; none of them holds a value
 */
export function renderTexts(template: Template, texts: ParsedTexts, language: Language, variables: unknown): RenderedTexts {
  const shown = showVariables(template, language, variables);
  const short = showVariables(template, language, variables, true);
  const [subject, text] = [texts.subject, texts.text].map((parsed) => renderOne(template, parsed, shown));
  const sms = renderOne(template, texts.sms, short);
  return {
    subject: toOneLine(subject ?? ''),
    text: text ?? '',
    sms: toOneLine(sms),
    values: toValues(template, shown),
  };
}

function showVariables(
  template: Template,
  language: Language,
  variables: unknown,
  isShort = false,
): Readonly<Record<string, Shown>> {
  const parsed = toVariablesSchema(template).safeParse(variables);
  if (!parsed.success) throw variablesInvalid(template, parsed.error.issues);
  const { timeZone, ...values } = parsed.data as { readonly timeZone: string } & Readonly<Record<string, unknown>>;
  const shown = Object.entries(template.variables).map(([name, declared]) => {
    const kind = kindOf(declared);
    const value = values[name] ?? null;
    // The schema of this kind has just parsed the value.
    return [name, value === null ? null : kind.show(value as never, { language, timeZone, isShort })] as const;
  });
  return Object.fromEntries(shown);
}

function renderOne(template: Template, parsed: ParsedTemplate[], shown: Readonly<Record<string, Shown>>): string {
  const rendered = render(template, parsed, shown);
  if (showsPersonalData(rendered)) throw personalData(template);
  return withoutMarks(rendered).replace(/[^\S\n]+$/gmu, '');
}

function render(template: Template, parsed: ParsedTemplate[], shown: Readonly<Record<string, Shown>>): string {
  try {
    return String(liquid.renderSync(parsed, shown));
  } catch (error) {
    // Liquid's message holds the line of the template and no value; the cause is not passed on, it might.
    throw new TemplateError('template.not-rendered', `Template ${nameOf(template)} cannot be rendered: ${messageOf(error)}`);
  }
}

const kindOf = (declared: string): VariableKind => variableKinds[parseKind(declared).kind];

function toValues({ variables }: Template, shown: Readonly<Record<string, Shown>>): Record<string, string> {
  const texts = Object.entries(shown)
    .filter(([name]) => kindOf(variables[name] ?? '').isPrivate !== true)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts.map(([name, text]) => [name, withoutMarks(text)]));
}

export const nameOf = ({ id, version }: Pick<Template, 'id' | 'version'>): string => `${id}.v${version}`;

const messageOf = (error: unknown): string => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));

function variablesInvalid(
  template: Template,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
) {
  const named = issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  return new TemplateError(
    'template.variables-invalid',
    `Template ${nameOf(template)} needs other variables. Correct: ${named.join('; ')}`,
  );
}

function personalData(template: Template): TemplateError {
  return new TemplateError(
    'template.personal-data',
    `Template ${nameOf(template)} would show a number of nine digits or more that is neither a dossier code nor a link. Declare the variable as "masked", or leave it out.`,
  );
}
