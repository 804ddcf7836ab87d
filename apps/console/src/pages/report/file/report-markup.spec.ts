import { describe, expect, it } from '@jest/globals';
import { toDocument } from '@motcua/report';
import { Packer } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { toDocx } from './to-docx.ts';

/** A report in which everything that somebody may have written reads so. */
function documentOf(words: string) {
  const figure = {
    ...{ label: words, shown: '97%', numerator: 97, denominator: 100, indicator: 'on-time.closed', version: 1 },
    ...{ definition: { vi: words, en: words }, missing: null },
  };
  return toDocument(
    {
      unitName: words,
      period: { from: '2022-01-01', to: '2022-10-31' },
      comparedWith: null,
      language: 'vi',
      paragraphs: [words],
      figures: [figure],
      further: [],
      remarks: [{ text: words }],
    },
    '27/11/2026 14:32',
  );
}
async function partsOf(words: string): Promise<Record<string, string>> {
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(toDocx(documentOf(words)))));
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels'))
      .map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}
/** How often each element stands in a part: what words are made of changes none of it. */
const countElements = (xml: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const [, name = ''] of xml.matchAll(/<([\w:]+)/g)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};
const decode = (xml: string): string =>
  xml
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

describe('words in the report as a Word document', () => {
  it.each([
    '<b>x</b>&amp;<w:p/>',
    ']]></w:t></w:r><w:r><w:t>',
    '{{template}} ${x} {% x %}',
    "\" ' onload='x' https://attacker.example/?a=1&b=2",
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    'MERGEFIELD x \\* MERGEFORMAT DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe',
  ])('%s are words and nothing else', async (words) => {
    const [plain, parts] = [await partsOf('Huyện Thanh Ba'), await partsOf(words)];
    expect(Object.keys(parts)).toEqual(Object.keys(plain));
    for (const [name, xml] of Object.entries(parts))
      expect([name, countElements(xml)]).toEqual([name, countElements(plain[name] ?? '')]);
    const body = parts['word/document.xml'] ?? '';
    expect(decode(body)).toContain(words);
    expect(body).not.toMatch(/w:fldSimple|w:instrText|w:hyperlink/);
    expect(parts['word/_rels/document.xml.rels']).not.toContain('attacker');
  });

  it('bring no character that XML does not know, which Word would not open', async () => {
    const { 'word/document.xml': body = '' } = await partsOf('Thanh\u0001 Ba\u000b\u001f\uFFFE \uD800');
    // eslint-disable-next-line no-control-regex -- it is these that are looked for
    expect(body).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uFFFE\uFFFF]/);
    expect(body).toContain('Thanh');
  });
});
