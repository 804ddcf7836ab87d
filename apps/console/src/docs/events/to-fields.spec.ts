import { describe, expect, it } from '@jest/globals';
import type { Schema } from './async-api.ts';
import { toFields } from './to-fields.ts';

const definitions = { Moment: { type: 'string', format: 'date-time', description: 'A moment.' } };
const fieldsOf = (schema: Schema) => toFields(schema, definitions);

const text = { type: 'string', description: 'A text.' };

describe('the fields of a message', () => {
  it('stand in its order, with whether they have to be there', () => {
    const data = { type: 'object', description: 'What.', properties: { code: text }, required: ['code'] };
    expect(fieldsOf({ type: 'object', properties: { id: text, data }, required: ['data'] })).toEqual([
      { path: 'id', type: 'string', isRequired: false, description: 'A text.' },
      { path: 'data', type: 'object', isRequired: true, description: 'What.' },
      { path: 'data.code', type: 'string', isRequired: true, description: 'A text.' },
    ]);
  });

  it('go into lists, tables and alternatives, and name a field of several alternatives once', () => {
    const either = { anyOf: [{ properties: { a: text } }, { properties: { a: text, b: text } }, { type: 'null' }] };
    const fields = fieldsOf({
      properties: {
        list: { type: 'array', items: { type: 'object', properties: { a: text } } },
        table: { type: 'object', additionalProperties: { type: 'object', properties: { a: text } } },
        either,
      },
    });
    expect(fields.map(({ path }) => path)).toEqual(['list', 'list[].a', 'table', 'table{}.a', 'either', 'either.a', 'either.b']);
  });

  it('are described by what they refer to where they say nothing themselves', () => {
    expect(fieldsOf({ properties: { at: { $ref: '#/components/schemas/Moment' } } })[0]?.description).toBe('A moment.');
  });

  it.each([
    [{ const: '1.0' }, '"1.0"'],
    [{ enum: ['due', 'late'] }, '"due" | "late"'],
    [{ type: 'string', format: 'date-time' }, 'string (date-time)'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
    [{ type: 'array', items: { type: 'string' } }, 'string[]'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ allOf: [{ $ref: '#/components/schemas/Moment' }] }, 'string (date-time)'],
    [{}, 'any'],
  ])('say what kind of value is in them: %j', (schema, type) => {
    expect(fieldsOf({ properties: { value: schema } })[0]?.type).toBe(type);
  });
});
