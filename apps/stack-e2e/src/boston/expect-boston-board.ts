import { expect } from '@jest/globals';
import type { Board } from '@motcua/contracts';
import { motcuaJson } from '@motcua/testing/stack';
import { bostonAsOf, countBostonFile } from './boston-file.ts';

/** The board by unit at the moment the file was drawn equals counts taken straight from the file, unit by unit. */
export async function expectBostonBoard(home: string): Promise<void> {
  const period = '2015-01-01..2016-01-12';
  const board = await motcuaJson<Board>(
    home,
    'board',
    '--unit',
    'boston',
    '--period',
    period,
    '--by',
    'unit',
    '--as-of',
    bostonAsOf,
  );
  const shown = board.rows.map(({ key, indicators }) => [
    key,
    {
      received: indicators['received']?.value,
      finished: indicators['finished']?.value,
      finishedInTime: indicators['on-time.closed']?.numerator,
      open: indicators['open']?.value,
      openOverdue:
        (indicators['on-time.766']?.denominator ?? 0) - (indicators['on-time.766']?.numerator ?? 0) - lateAmongClosed(indicators),
      online: indicators['online.filed']?.numerator,
    },
  ]);

  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(countBostonFile()));
}

function lateAmongClosed(indicators: Board['rows'][number]['indicators']): number {
  return (indicators['on-time.closed']?.denominator ?? 0) - (indicators['on-time.closed']?.numerator ?? 0);
}
