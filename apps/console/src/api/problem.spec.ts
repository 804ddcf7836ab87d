import { describe, expect, it } from '@jest/globals';
import { readProblem } from './problem.ts';

const titles = { vi: 'Không có bộ tiêu chí áp dụng cho kỳ này', en: 'No such set of criteria holds in the period' };
const details = { vi: 'Hãy chọn kỳ khác hoặc bộ tiêu chí khác.', en: 'Ask for another period or another set.' };
const read = (body: unknown) => readProblem(Response.json(body, { status: 404 }));

describe('a refusal of the API', () => {
  it('says what it is and what to do in the language of the reader, whatever language was asked for', async () => {
    const problem = await read({ code: 'score-set.unknown', title: titles.en, titles, detail: details.en, details });
    expect([problem.toSentence('vi'), problem.toAdvice('vi')]).toEqual([titles.vi, details.vi]);
    expect([problem.toSentence('en'), problem.toAdvice('en')]).toEqual([titles.en, details.en]);
  });

  it('shows nobody a detail that is written in one language only', async () => {
    const problem = await read({ code: 'indicator.no-denominator', title: titles.en, titles, detail: 'part=value' });
    expect(problem.toAdvice('vi')).toBeUndefined();
    expect(problem.toAdvice('en')).toBeUndefined();
  });

  it('has no words where the answer is a proxy’s', async () => {
    const problem = await readProblem(new Response('<html>', { status: 502 }));
    expect([problem.code, problem.toSentence('vi'), problem.toAdvice('vi')]).toEqual(['http.502', undefined, undefined]);
  });
});
