import { describe, expect, it } from '@jest/globals';
import { openTemplateBook } from './template-book.ts';
import { parseKind } from './template.ts';

/** What somebody may be called who means harm, or is unlucky. */
const names = [
  '<b>x</b>&amp;<w:p/>',
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  ']]><!-- -->',
  '{{ 7 | times: 7 }}{% include "x" %}{{ subject }}',
  '${7*7}#{7*7}%s%n\\u003cb\\u003e',
  'https://attacker.example/a?b=<i>&c="d"',
  'Bấm www.attacker.example/trung-thuong để nhận',
  'HTTPS://attacker.example javascript:alert(1)',
  '- mục\u2028- mục nữa',
];

const book = openTemplateBook();
const cases = book.list().flatMap((template) => {
  const named = Object.keys(template.variables).filter((name) =>
    ['name', 'office'].includes(parseKind(template.variables[name] ?? '').kind),
  );
  return named.length === 0 ? [] : [[template.id, named] as const];
});

/** Tags of a mail, as its writer makes them. */
const tags = /<\/?(?:html|head|meta|title|body|h1|p|br|ul|li|a)(?:\s[^<>]*)?>|<!doctype html>/g;

describe('a name in a notice', () => {
  it.each(cases)('%s brings no markup, no template and no address', (id, named) => {
    const template = book.get(id);
    for (const name of names)
      for (const language of ['vi', 'en'] as const) {
        const variables = { ...template.sample, ...Object.fromEntries(named.map((variable) => [variable, name])) };
        const render = (channel: 'mail' | 'in-app' | 'sms', of: object) =>
          book.render({ template: id, language, channel, variables: of });
        const { html = '', text, subject } = render('mail', variables);
        expect(html.replaceAll(tags, '')).not.toMatch(/[<>]/);
        const linksOf = (page: string): string[] => [...page.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address);
        expect(linksOf(html)).toEqual(linksOf(render('mail', template.sample).html ?? ''));
        for (const shown of [html, text, subject, render('in-app', variables).text, render('sms', variables).text])
          expect(shown).not.toMatch(/attacker\.example|\b49\b/);
      }
  });
});
