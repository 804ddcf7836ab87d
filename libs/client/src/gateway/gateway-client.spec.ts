import { describe, expect, it } from '@jest/globals';
import { toCliError } from './gateway-client.ts';

describe('toCliError', () => {
  it('tells a problem by its title, its detail and its stable code', () => {
    const problem = { title: 'Unknown unit', detail: 'There is no unit "x".', code: 'unit.unknown', status: 404 };
    const { code, message } = toCliError({ status: 404, statusText: 'Not Found' }, JSON.stringify(problem));
    expect({ code, message }).toEqual({ code: 'unit.unknown', message: 'Unknown unit. There is no unit "x".' });
  });

  it('names the fields that a refused request got wrong', () => {
    const problem = { title: 'Wrong.', code: 'request.invalid', errors: [{ pointer: '/unit', message: 'missing' }] };
    const { message } = toCliError({ status: 400, statusText: 'Bad Request' }, JSON.stringify(problem));
    expect(message).toBe('Wrong.\n  /unit: missing');
  });

  it('falls back to the status for an answer that is no problem document', () => {
    const { code, message } = toCliError({ status: 502, statusText: 'Bad Gateway' }, '<html>');
    expect({ code, message }).toEqual({ code: 'http.502', message: '502 Bad Gateway' });
  });
});
