import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '@motcua/http';
import { apiIndex, toHtml } from './front/index-page.ts';
import { toUpstreamProblem } from './proxy/to-upstream-problem.ts';
import { tooLargeFor } from './proxy/too-large.ts';
import { openRoutes, routes } from './routes.ts';

const wrapped = (code: string) => new Error('outer', { cause: Object.assign(new Error('inner'), { code }) });

describe('toUpstreamProblem', () => {
  it.each([
    ['ECONNREFUSED', 503, 'http.unavailable'],
    ['UND_ERR_HEADERS_TIMEOUT', 504, 'http.timeout'],
    ['UND_ERR_SOCKET', 502, 'http.bad-gateway'],
  ])('answers %s as %i', (reason, status, code) => {
    expect(toUpstreamProblem(wrapped(reason), 'catalogue')).toMatchObject({ status, code });
  });

  it('looks into the errors of several addresses', () => {
    const error = new AggregateError([Object.assign(new Error('no'), { code: 'ECONNREFUSED' })], 'all failed');
    expect(toUpstreamProblem(new Error('outer', { cause: error }), 'catalogue').status).toBe(503);
  });

  it('keeps a refusal of our own', () => {
    const own = new ProblemError({ status: 413, code: 'http.too-large', titles: { vi: 'Lớn', en: 'Large' } });
    expect(toUpstreamProblem(new Error('outer', { cause: own }), 'catalogue')).toBe(own);
  });
});

describe('a body that is too large', () => {
  it('is told its limit, a scan in the words of the service that takes files', () => {
    expect(tooLargeFor('BODY_LIMIT_BYTES', 1_000)()).toMatchObject({ status: 413, code: 'http.too-large' });
    const refusal = tooLargeFor('UPLOAD_BODY_LIMIT_BYTES', 20 * 1_048_576 + 65_536)();
    expect(refusal).toMatchObject({ status: 413, code: 'file.too-large' });
    expect(refusal.message).toContain('20 MB');
  });
});

describe('the index', () => {
  it('names every route once', () => {
    const listed = apiIndex.services.flatMap(({ paths }) => paths).sort();
    expect(listed).toEqual([...routes, ...openRoutes].map(({ prefix }) => prefix).sort());
    expect(toHtml(apiIndex)).toContain('<a href="/v1/board">');
  });
});
