import { expect, it } from '@jest/globals';
import { toDisputedFigure, toDisputedPath } from './disputed.ts';

const scope = { unit: 'thanh-ba', from: '2022-01-01', to: '2022-10-31' };
const asOf = '2022-11-01T00:00:00.000Z';

it('leads back to the very same figure', () => {
  const days = 'unit=thanh-ba&from=2022-01-01&to=2022-10-31';
  const on = (disputed: Parameters<typeof toDisputedFigure>[0]): string => toDisputedPath(toDisputedFigure(disputed, scope));
  expect(on({ page: 'board', indicator: 'on-time.closed', asOf })).toBe(`/board?${days}&asOf=2022-11-01T00%3A00%3A00.000Z`);
  expect(on({ page: 'list', indicator: 'on-time.closed', part: 'rest', by: 'unit', key: 'dong-thanh' })).toBe(
    `/figures/on-time.closed?${days}&part=rest&by=unit&key=dong-thanh`,
  );
  expect(on({ page: 'report', indicator: 'online.filed', figure: 'online.district', asOf })).toBe(
    `/report?${days}&asOf=2022-11-01T00%3A00%3A00.000Z&figure=online.district`,
  );
  expect(on({ page: 'worklist' })).toBe('/worklist?unit=thanh-ba');
});

it('is of other days where the figure is', () => {
  expect(toDisputedFigure({ page: 'board', from: '2022-10-31', to: '2022-10-31', value: 4 }, scope)).toMatchObject({
    unit: 'thanh-ba',
    from: '2022-10-31',
    to: '2022-10-31',
    value: 4,
    indicator: null,
  });
});
