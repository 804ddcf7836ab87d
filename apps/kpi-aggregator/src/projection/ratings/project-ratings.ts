import type { LocalDays } from '@motcua/indicators';
import { toBinaryFlags, toBinaryNumbers, toBinaryUuids, type Queryable } from '@motcua/postgres';
import { Inject, Injectable } from '@nestjs/common';
import type { RatingEvent } from '../../events/rating-event.ts';
import { LOCAL_DAYS } from '../../time/local-days.ts';
import { Dimensions } from '../dimensions/dimensions.ts';
import type { Projected } from '../projected.ts';
import type { TableSet } from '../table-set.ts';

/** Keeps each rating once, with its place and local day: a dossier is rated once, so that its id is the key. */
@Injectable()
export class RatingProjector {
  readonly #dimensions: Dimensions;
  readonly #days: LocalDays;

  constructor(dimensions: Dimensions, @Inject(LOCAL_DAYS) days: LocalDays) {
    this.#dimensions = dimensions;
    this.#days = days;
  }

  /** Safe to be repeated: a rating that is there already changes nothing. */
  async project(database: Queryable, tableSet: TableSet, events: readonly RatingEvent[]): Promise<Projected> {
    if (events.length === 0) return { dossiers: 0, units: new Set() };
    await this.#dimensions.learnPlaces(events);
    const places = events.map(
      ({ timeZone, responsibleUnit }) => this.#dimensions.findPlace(timeZone, responsibleUnit)?.id ?? null,
    );
    const days = events.map(({ timeZone, ratedAt }) => this.#days.dayOf(timeZone, ratedAt));
    const taken = await database.query<{ dossier_id: string }>(
      `INSERT INTO kpi.rating_${tableSet} (dossier_id, place, day, rated_at, satisfied, by_counter)
       SELECT DISTINCT ON (1) * FROM unnest($1::uuid[], $2::integer[], $3::integer[], $4::bigint[], $5::boolean[], $6::boolean[])
       ON CONFLICT (dossier_id) DO NOTHING RETURNING dossier_id`,
      [
        toBinaryUuids(events.map(({ dossierId }) => dossierId)),
        toBinaryNumbers('integer', places),
        toBinaryNumbers('integer', days),
        toBinaryNumbers(
          'bigint',
          events.map(({ ratedAt }) => ratedAt),
        ),
        toBinaryFlags(events.map(({ satisfied }) => satisfied)),
        toBinaryFlags(events.map(({ byCounter }) => byCounter)),
      ],
    );
    return { dossiers: taken.length, units: new Set(events.flatMap(({ responsibleUnit }) => responsibleUnit.path)) };
  }
}
