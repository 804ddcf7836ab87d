import type { RecommendationRequest } from '@motcua/contracts';

/** A delegation of 2022 asks a commune to digitize; say only what matters. */
export const aRecommendation = (overrides: Partial<RecommendationRequest> = {}): RecommendationRequest => ({
  unit: 'dong-xuan',
  owner: 'dong-xuan',
  due: '2023-03-31',
  words: 'Số hóa đầy đủ hồ sơ đã giải quyết của năm 2022.',
  source: { documentNumber: '45/KL-HĐND', date: '2022-12-05' },
  period: { from: '2022-01-01', to: '2022-10-31' },
  figure: 'digitized',
  ...overrides,
});
