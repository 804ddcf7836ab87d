import { expect, it } from '@jest/globals';
import { readReferenceData } from './reference-data.ts';

it('every unit has a telephone for those who ask, of its own, in the range that no subscriber has', async () => {
  const { units } = await readReferenceData();
  expect(units.filter(({ telephone }) => !/^0210 000 1\d{3}$/.test(telephone ?? ''))).toEqual([]);
  const byCode = new Map(units.map(({ code, telephone }) => [code, telephone]));
  expect(new Set(byCode.values()).size).toBe(byCode.size);
});
