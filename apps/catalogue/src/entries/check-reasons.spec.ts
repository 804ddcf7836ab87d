import { describe, expect, it } from '@jest/globals';
import { ReasonDocument } from '@motcua/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { checkDocuments } from './check-documents.ts';
import { aReason } from './documents.builder.ts';

const reference = join(import.meta.dirname, '../../../../data/reference/reasons.json');
const shipped = z.array(ReasonDocument).parse(JSON.parse(readFileSync(reference, 'utf8')));
const codesOf = (...documents: ReasonDocument[]): string[] =>
  checkDocuments('reasons', documents, [], documents).map(({ code }) => code);

describe('reasons', () => {
  it('are taken as the reference data have them: every command has some, and another one that asks for words', () => {
    expect(checkDocuments('reasons', shipped, [], shipped)).toEqual([]);
    const commands = ReasonDocument.shape.commands.element.options;
    for (const command of commands) {
      const codes = shipped.filter((reason) => reason.commands.includes(command));
      expect([command, codes.length > 1, codes.some(({ code, asksText }) => code === 'other' && asksText)]).toEqual([
        command,
        true,
        true,
      ]);
    }
    expect(shipped.filter(({ name }) => name.en === undefined)).toEqual([]);
  });

  it('are refused where a legacy code stands for two of them on one day', () => {
    const [one, other] = [
      aReason({ code: 'one', legacyCodes: [{ code: 'A1' }] }),
      aReason({ code: 'two', legacyCodes: [{ code: ' a1 ' }] }),
    ];
    expect(codesOf(one, other)).toEqual(['reference.legacy-code-twice']);
    expect(codesOf(one, { ...other, legacyCodes: [{ source: 'urn:a', code: 'A1' }] })).toEqual([]);
    expect(codesOf({ ...one, validTo: '2021-12-31' }, { ...other, validFrom: '2022-01-01' })).toEqual([]);
  });

  it('are refused where a legacy code holds a number of a person', () => {
    expect(codesOf(aReason({ legacyCodes: [{ code: 'gọi 0912 345 678' }] }))).toEqual(['reference.legacy-code-personal']);
  });

  it('have codes that nothing about a person can be written as', () => {
    for (const code of ['Hoa', '0912345678', 'nguyễn-thị', 'a b', ''])
      expect(ReasonDocument.safeParse(aReason({ code })).success).toBe(false);
  });
});
