import { startOfLocalDay } from '@motcua/calendar';
import { RatingImportResult, type LegacyEvent } from '@motcua/contracts';
import { retryWhileAway } from '@motcua/client';
import type { StackConnection } from '@motcua/stack';
import { CliError } from '@motcua/terminal';
import { createScenarioSource } from '../thanh-ba/scenario-source.ts';
import { toScenarioRatings } from './scenario-ratings.ts';

const BATCH = 1_000;

/** Sends the scenario's ratings through the API, once its events have been taken. Repeated, it changes nothing. */
export async function seedRatings(
  { stack }: { stack: Pick<StackConnection, 'gatewayUrl' | 'createToken'> },
  events: readonly LegacyEvent[],
): Promise<void> {
  const client = createScenarioSource(stack);
  const ratings = toScenarioRatings(events, startOfLocalDay('Asia/Ho_Chi_Minh', '2022-11-01'));
  for (let from = 0; from < ratings.length; from += BATCH) {
    const body = { ratings: ratings.slice(from, from + BATCH) };
    const answer = await retryWhileAway(() => client.request('/v1/rating-imports', { method: 'POST', body }));
    const [refused] = RatingImportResult.parse(answer).refused;
    if (refused === undefined) continue;
    const message = `A rating of the scenario was refused (${refused.sourceCode}): ${refused.code} ${refused.detail}`;
    throw new CliError({ code: 'scenario.refused', message });
  }
}
