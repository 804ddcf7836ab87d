import { describe, expect, it } from '@jest/globals';
import type { Recommendation } from '@motcua/contracts';
import { toRecommendationLines } from './recommendation-lines.ts';

const said = { by: 'x', role: 'head', at: '2023-02-01T00:00:00.000Z' };
const recommendation = (overrides: Partial<Recommendation>): Recommendation => ({
  id: '0198d2a0-7c11-7000-8000-000000000001',
  unit: 'huyen',
  owner: 'xa-1',
  due: '2023-03-31',
  words: 'Số hóa đầy đủ.',
  source: { documentNumber: '45/KL', date: '2022-12-05' },
  period: { from: '2022-01-01', to: '2022-10-31' },
  figure: null,
  ...said,
  status: 'open',
  steps: [],
  ...overrides,
});

describe('the list of recommendations', () => {
  it('says who has to act, by when, and what is late', () => {
    const [table = ''] = toRecommendationLines([recommendation({})], '2023-04-01');
    expect(table).toContain('xa-1');
    expect(table).toContain('chưa thực hiện / open · quá hạn / late');
    expect(toRecommendationLines([recommendation({})], '2023-03-31')[0]).not.toContain('late');
  });

  it('shows the evidence of what is done, which is never late', () => {
    const step = {
      id: said.at,
      status: 'done' as const,
      words: 'x',
      evidence: [{ documentNumber: '12/BC', date: '2023-02-01' }],
      ...said,
    };
    const [table = ''] = toRecommendationLines([recommendation({ status: 'done', steps: [step] })], '2024-01-01');
    expect(table).toContain('đã thực hiện / done');
    expect(table).toContain('12/BC (2023-02-01)');
    expect(table).not.toContain('late');
  });

  it('says where there is none', () => {
    expect(toRecommendationLines([], '2023-01-01')).toEqual(['Chưa có kiến nghị / Nothing was recommended']);
  });
});
