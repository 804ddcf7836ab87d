import { describe, expect, it } from '@jest/globals';
import { constraintOf, isTransient, isUniqueViolation, sqlStateOf, toColumns } from './index.ts';

const withCode = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more });

describe('SQLSTATE', () => {
  it.each(['40001', '40P01', '55P03', '57P01', '08006', '53300', '25P03', 'ECONNRESET'])(
    '%s may succeed when repeated',
    (code) => {
      expect(isTransient(withCode(code))).toBe(true);
    },
  );

  it.each(['23505', '22P02', '42P01', '42501', 'ENOENT'])('%s will fail again', (code) => {
    expect(isTransient(withCode(code))).toBe(false);
  });

  it('knows a connection lost without any code', () => {
    expect(isTransient(new Error('Connection terminated unexpectedly'))).toBe(true);
  });

  it('is found in causes and in a driver error', () => {
    expect(sqlStateOf(new Error('outer', { cause: { driverError: withCode('40001') } }))).toBe('40001');
    expect(sqlStateOf('text')).toBeUndefined();
  });

  it('tells one unique constraint from another', () => {
    const error = withCode('23505', { constraint: 'event_dossier_version' });
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'event_dossier_version')).toBe(true);
    expect(isUniqueViolation(error, 'other')).toBe(false);
    expect(constraintOf(error)).toBe('event_dossier_version');
  });
});

describe('toColumns', () => {
  it('turns rows into one array a key', () => {
    const rows: { a: number; b?: string }[] = [{ a: 1, b: 'x' }, { a: 2 }];
    expect(toColumns(rows, ['a', 'b'])).toEqual([
      [1, 2],
      ['x', null],
    ]);
  });
});
