import type { Language } from './moments.ts';
import { liquid, parseTexts, renderTexts } from './render-template.ts';
import type { Template } from './template.ts';

const languages: readonly Language[] = ['vi', 'en'];

/** What is wrong with a template, as sentences; none: it can be used. Both languages are there by its schema. */
export function checkTemplate(template: Template): string[] {
  return languages.flatMap((language) => checkLanguage(template, language));
}

function checkLanguage(template: Template, language: Language): string[] {
  const { subject, text, sms } = template[language];
  const parts = Object.entries({ subject, text, sms }).filter((part): part is [string, string] => part[1] !== undefined);
  const problems = parts.flatMap(([part, source]) => checkText(template, `${language}.${part}`, source));
  return problems.length > 0 ? problems : checkSample(template, language);
}

function checkText({ variables }: Template, part: string, source: string): string[] {
  try {
    const used = liquid.globalVariablesSync(source);
    const undeclared = used.filter((name) => !(name in variables));
    return undeclared.map((name) => `${part} uses "${name}", which "variables" does not declare`);
  } catch (error) {
    return [`${part} cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function checkSample(template: Template, language: Language): string[] {
  const optional = Object.entries(template.variables).filter(([, kind]) => kind.endsWith('?'));
  const withoutOptional = { ...template.sample, ...Object.fromEntries(optional.map(([name]) => [name, null])) };
  return [template.sample, withoutOptional].flatMap((variables) => tryRender(template, language, variables));
}

function tryRender(template: Template, language: Language, variables: unknown): string[] {
  try {
    renderTexts(template, parseTexts(template, language), language, variables);
    return [];
  } catch (error) {
    return [`${language}: its sample cannot be rendered: ${error instanceof Error ? error.message : String(error)}`];
  }
}
