import { afterAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { toBinaryColumn, toBinaryTexts } from './binary-array.ts';

const pool = new Pool({ connectionString: process.env['TEST_DATABASE_ADMIN_URL'] ?? 'postgres://missing', max: 1 });
afterAll(() => pool.end());

/** As the server reads it, in text. */
async function read(type: string, parameter: unknown): Promise<(string | null)[]> {
  const { rows } = await pool.query<{ value: string | null }>(
    `SELECT value::text FROM unnest($1::${type}[]) WITH ORDINALITY AS given (value, place) ORDER BY place`,
    [parameter],
  );
  return rows.map(({ value }) => value);
}

const [one, other] = [randomUUID(), randomUUID().toUpperCase()];

describe('a column in the binary format', () => {
  it.each([
    ['text', ['', 'Hồ sơ “đất đai”', '{"a":"b\\"c"}', null, '\u{1f4c4}', 'NULL', '\u001e'], undefined],
    ['uuid', [one, null, other], [one, null, other.toLowerCase()]],
    ['int2', [0, -32_768, 32_767, null], undefined],
    ['int4', [0, -1, 2_147_483_647, null], undefined],
    ['float8', [0, -1.5, 1_753_977_600_123, null], undefined],
    ['bool', [true, false, null], undefined],
  ] as const)('is read as it was meant: %s', async (type, values, expected) => {
    const texts = values.map((value) => (value === null ? null : String(value)));
    expect(await read(type, toBinaryColumn(type, values))).toEqual(expected ?? texts);
  });

  it.each(['text', 'uuid', 'int2', 'int4', 'float8', 'bool'])('may be empty: %s', async (type) => {
    expect(await read(type, toBinaryColumn(type, []))).toEqual([]);
  });

  it('stays as it is where its type is another', async () => {
    const moments = ['2026-01-02T03:04:05Z', null];
    expect(toBinaryColumn('timestamptz', moments)).toBe(moments);
    expect(await read('timestamptz', toBinaryColumn('timestamptz', moments))).toHaveLength(2);
  });

  it.each(['', 'no-uuid', `${one}0`, one.replace(/.$/, 'g'), one.replace('-', '')])('refuses %p as an id', (id) => {
    expect(() => toBinaryColumn('uuid', [id])).toThrow(expect.objectContaining({ code: '22P02' }));
  });

  it('is the same as the array literal', async () => {
    const texts = Array.from({ length: 500 }, (_, index) => JSON.stringify({ index, name: 'Giấy tờ "số"', path: ['a', 'b'] }));
    expect(await read('text', toBinaryTexts(texts))).toEqual(await read('text', texts));
  });
});
