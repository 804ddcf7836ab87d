import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { listFreeFields, plant } from './free-fields.ts';

const fieldsOf = (schema: z.ZodType): string[] => {
  const document = z.toJSONSchema(schema, { io: 'input' });
  return listFreeFields(document, document).map(({ path }) => path.join('.'));
};

describe('free fields', () => {
  it('are all strings but those of a list or a strict form, wherever they stand', () => {
    const schema = z.object({
      text: z.string(),
      mail: z.email(),
      id: z.uuid(),
      at: z.iso.datetime(),
      kind: z.enum(['a']),
      one: z.literal('b'),
      maybe: z.string().nullable().optional(),
      list: z.array(z.object({ note: z.string() })),
      count: z.number(),
      either: z.union([z.object({ left: z.string() }), z.object({ right: z.string() })]),
      named: z.record(z.string(), z.string()),
      anything: z.record(z.string(), z.unknown()),
      pair: z.tuple([z.number(), z.string()]),
    });
    const expected = ['text', 'mail', 'maybe', 'list.0.note', 'either.left', 'either.right', 'named.planted', 'anything.planted'];
    expect(fieldsOf(schema)).toEqual([...expected, 'pair.1']);
  });

  it('are found behind a reference', () => {
    const Named = z.object({ name: z.string() }).meta({ id: 'PlantedNamed' });
    expect(fieldsOf(z.object({ one: Named, other: Named }))).toEqual(['one.name', 'other.name']);
  });

  it('are planted in, beside what is there', () => {
    expect(plant({ a: { b: 1 }, list: [] }, ['list', '0'], 'x')).toEqual({ a: { b: 1 }, list: ['x'] });
    expect(plant([{ a: 1 }, 2], ['0', 'b', 'c'], 'x')).toEqual([{ a: 1, b: { c: 'x' } }, 2]);
    expect(plant({}, ['list', '0', 'note'], 'x')).toEqual({ list: [{ note: 'x' }] });
  });
});
