import { startOfLocalDay } from '@motcua/calendar';
import { RatingImport, toDossierEventType, type LegacyEvent } from '@motcua/contracts';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readReferenceData } from '../../reference/reference-data.ts';
import { createScenarioWorld } from '../thanh-ba/create-world.ts';
import { generateThanhBa } from '../thanh-ba/generate-thanh-ba.ts';
import { type ScenarioRating, toScenarioRatings } from './scenario-ratings.ts';

const end = startOfLocalDay('Asia/Ho_Chi_Minh', '2022-11-01');
let events: LegacyEvent[];
let ratings: ScenarioRating[];
beforeAll(async () => {
  events = generateThanhBa(createScenarioWorld(await readReferenceData()), { seed: 2022 });
  ratings = toScenarioRatings(events, end);
});

describe('the ratings of the scenario', () => {
  it('are satisfied at 95 of 100, by the mean of their answers', () => {
    const satisfied = ratings.filter(({ answers }) => answers.reduce((sum, { value }) => sum + value, 0) >= 4 * answers.length);
    expect([satisfied.length, ratings.length]).toEqual([1_900, 2_000]);
  });

  it('are one a dossier, after its return and within the ten months', () => {
    const returned = new Map(
      events
        .filter(({ type }) => type === toDossierEventType('returned'))
        .map(({ time, data }) => [data.sourceCode, Date.parse(time)]),
    );
    expect(new Set(ratings.map(({ sourceCode }) => sourceCode)).size).toBe(ratings.length);
    for (const { sourceCode, ratedAt } of ratings) {
      expect(Date.parse(ratedAt)).toBeGreaterThan(returned.get(sourceCode) ?? Infinity);
      expect(Date.parse(ratedAt)).toBeLessThan(end);
    }
  });

  it('have the shape of the import', () => {
    expect(RatingImport.safeParse({ ratings: ratings.slice(0, 1_000) }).success).toBe(true);
  });
});
