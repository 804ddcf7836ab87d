import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { toTable } from './table.ts';

describe('toTable', () => {
  it('aligns columns and draws no frame', () => {
    const table = toTable(
      [{ title: 'NAME' }, { title: 'PID', align: 'right' }],
      [
        ['gateway', '7'],
        ['kpi', '1234'],
      ],
    );
    const lines = stripVTControlCharacters(table)
      .split('\n')
      .map((line) => line.trimEnd());
    expect(lines).toEqual(['NAME      PID', 'gateway     7', 'kpi      1234']);
  });
});
