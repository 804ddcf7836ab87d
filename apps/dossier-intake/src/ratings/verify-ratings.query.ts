import type { RatingQuestions, RatingsVerification } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import { toCountSql } from './list-ratings.query.ts';

type Difference = RatingsVerification['different'][number];

interface Compared {
  readonly unit: string;
  readonly day: string;
  readonly expected: Counts;
  readonly found: Counts;
}
type Counts = Readonly<Record<Difference['figure'], number>>;

const MAX_DIFFERENCES = 1_000;

/**
 * By another path than the rows are written: the day from the event's moment and zone, the units from its path, and satisfaction from
 * its answers. Of another set of questions only what the event says is known. Days of which only the table or only the log tells
 * are asked for too.
 */
const text = `WITH given AS (
    SELECT body->'data' AS data, ((body #>> '{data,ratedAt}')::timestamptz AT TIME ZONE (body #>> '{data,timeZone}'))::date AS day
    FROM rating_log),
  judged AS (
    SELECT data->'responsiblePath' AS path, day,
      CASE WHEN data->'questionSet' @> jsonb_build_object('code', $1::text, 'version', $2::int)
        THEN (SELECT sum(answer.value) >= $3::numeric * count(*) FROM jsonb_to_recordset(data->'answers') AS answer (value int))
        ELSE (data->>'satisfied')::boolean END AS satisfied
    FROM given),
  expected AS (
    SELECT place.unit, day, count(*)::int AS rated, (count(*) FILTER (WHERE satisfied))::int AS satisfied
    FROM judged CROSS JOIN LATERAL jsonb_array_elements_text(path) AS place (unit) GROUP BY place.unit, day),
  asked AS (
    SELECT unit, day FROM expected
    UNION SELECT place.unit, local_day FROM rating CROSS JOIN LATERAL unnest(path) AS place (unit)),
  compared AS (
    SELECT unit, day, coalesce(e.rated, 0) AS rated, coalesce(e.satisfied, 0) AS satisfied,
      found.rated AS found_rated, found.satisfied AS found_satisfied
    FROM asked LEFT JOIN expected e USING (unit, day)
      CROSS JOIN LATERAL (${toCountSql('asked.unit', 'asked.day', 'asked.day')}) AS found),
  different AS (
    SELECT unit, day::text, jsonb_build_object('rated', rated, 'satisfied', satisfied) AS expected,
      jsonb_build_object('rated', found_rated, 'satisfied', found_satisfied) AS found
    FROM compared WHERE (rated, satisfied) <> (found_rated, found_satisfied) ORDER BY unit, day LIMIT $4)
  SELECT (SELECT count(*)::int FROM given) AS ratings, (SELECT 2 * count(*)::int FROM compared) AS compared,
    (SELECT coalesce(jsonb_agg(to_jsonb(different)), '[]') FROM different) AS different`;

/** What the list tells of each unit and local day, against what the log of ratings makes of it. To be run on one snapshot. */
export async function verifyRatings(
  snapshot: Transaction,
  { code, version, satisfiedFrom }: Pick<RatingQuestions, 'code' | 'version' | 'satisfiedFrom'>,
): Promise<RatingsVerification> {
  const parameters = [code, version, satisfiedFrom, MAX_DIFFERENCES];
  const [row] = await snapshot.query<{ ratings: number; compared: number; different: Compared[] }>(text, parameters);
  if (row === undefined) throw new Error('The comparison of ratings answered without a row.');
  const { ratings, compared, different } = row;
  return { ratings, compared, different: different.flatMap(toDifferences).slice(0, MAX_DIFFERENCES) };
}

const toDifferences = ({ unit, day, expected, found }: Compared): Difference[] =>
  (['rated', 'satisfied'] as const)
    .filter((figure) => expected[figure] !== found[figure])
    .map((figure) => ({ unit, day, figure, expected: expected[figure], found: found[figure] }));
