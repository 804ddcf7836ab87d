import { describe, expect, it } from '@jest/globals';
import { classifyError, PermanentDataError, TransientError } from './classify-error.ts';

const sqlError = (code: string) => Object.assign(new Error(`SQLSTATE ${code}`), { code });

describe('classifyError', () => {
  it.each(['40001', '40P01', '55P03', '57P01', '08006', '53300', '57014', '25P03'])('takes %s as transient', (code) => {
    expect(classifyError(sqlError(code))).toBe('transient');
  });

  it.each(['22P02', '22003', '22021', '23505', '23514', '23502'])('takes %s as bad data', (code) => {
    expect(classifyError(sqlError(code))).toBe('data');
  });

  it.each(['42P01', '42703', '42501', 'XX000', '25P02'])('does not know what to make of %s', (code) => {
    expect(classifyError(sqlError(code))).toBe('unknown');
  });

  it('takes a lost connection as transient, with or without a code', () => {
    expect(classifyError(sqlError('ECONNREFUSED'))).toBe('transient');
    expect(classifyError(new Error('Connection terminated unexpectedly'))).toBe('transient');
  });

  it('looks into the error TypeORM wraps', () => {
    expect(classifyError(Object.assign(new Error('query failed'), { driverError: sqlError('40P01') }))).toBe('transient');
  });

  it('believes what the projection says outright', () => {
    expect(classifyError(new TransientError('try again'))).toBe('transient');
    expect(classifyError(new PermanentDataError('negative age'))).toBe('data');
  });

  it('takes everything else as unknown', () => {
    expect(classifyError(new TypeError('undefined is not a function'))).toBe('unknown');
    expect(classifyError('text')).toBe('unknown');
  });
});
