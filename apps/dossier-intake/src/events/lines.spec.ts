import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { toImportedDossierId } from '../dossiers/dossier-id.ts';
import { legacy } from '../testing/legacy-events.ts';
import { toChunks } from './chunks.ts';
import { parseValue, type ParsedLine } from './parse-lines.ts';

describe('imported dossiers', () => {
  it('have one id for ever, a valid one, and another for each source', () => {
    const id = toImportedDossierId('urn:a', '17');
    expect(id).toBe('bbeba1cd-36fa-8cd9-b268-8efc02492486');
    expect(z.uuid().safeParse(id).success).toBe(true);
    expect(id).not.toBe(toImportedDossierId('urn:b', '17'));
  });
});

describe('chunks', () => {
  const limits = { dossiers: 4, events: 10 };
  const lines = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }).map((codes) =>
    codes.map((code, index): ParsedLine => {
      const outcome = parseValue(index + 1, legacy(String(code), 'processed', '2022-03-01T10:00:00Z'));
      if (!outcome.ok) throw new Error(outcome.rejection.code);
      return outcome.parsed;
    }),
  );

  it('hold every line once, a dossier’s lines together and in order, within the limits', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const chunks = toChunks(given, limits);
        const groups = chunks.flat();
        expect(groups.flatMap((group) => group.lines.map(({ line }) => line)).toSorted((a, b) => a - b)).toEqual(
          given.map(({ line }) => line),
        );
        expect(new Set(groups.map(({ dossierId }) => dossierId)).size).toBe(groups.length);
        for (const { lines: own } of groups)
          expect(own.map(({ line }) => line)).toEqual(own.map(({ line }) => line).toSorted((a, b) => a - b));
        for (const chunk of chunks) {
          const events = chunk.reduce((sum, group) => sum + group.lines.length, 0);
          expect(chunk.length <= limits.dossiers && (events <= limits.events || chunk.length === 1)).toBe(true);
        }
      }),
    );
  });
});
