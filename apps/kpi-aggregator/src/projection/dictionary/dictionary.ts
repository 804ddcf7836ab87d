import type { Holder } from '@motcua/indicators';
import type { Pool } from 'pg';
import { findLineIds, insertLines, type LineKey } from './line-rows.ts';
import { toNode, type Place } from './place.ts';
import { findPlaces, insertPlace } from './place-rows.ts';

/**
 * The numbers of places and lines, kept in memory. New words are written at once by a connection of their own: were they part of
 * the projection's transaction, a rollback would leave numbers in memory that are in no table.
 */
export class Dictionary {
  readonly #pool: Pool;
  readonly #places = new Map<number, Place>();
  readonly #placeIds = new Map<string, Place>();
  readonly #lines = new Map<string, number>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Known after `learnPlaces`; undefined before. */
  findPlace(timeZone: string, holder: Holder): Place | undefined {
    return this.#placeIds.get(toPlaceKey(timeZone, holder));
  }

  /** The place of a number that a stored row carries. */
  async getPlaces(ids: Iterable<number>): Promise<ReadonlyMap<number, Place>> {
    const missing = [...new Set(ids)].filter((id) => !this.#places.has(id));
    if (missing.length > 0) for (const place of await findPlaces(this.#pool, missing)) this.#remember(place);
    return this.#places;
  }

  async learnPlaces(wanted: readonly { timeZone: string; holder: Holder }[]): Promise<void> {
    for (const { timeZone, holder } of wanted) {
      if (this.findPlace(timeZone, holder) === undefined) this.#remember(await insertPlace(this.#pool, timeZone, holder));
    }
  }

  /** The number of each line; lines that are new get one. */
  async getLineIds(keys: readonly LineKey[]): Promise<readonly number[]> {
    const missing = keys.filter((key) => !this.#lines.has(toLineKey(key)));
    if (missing.length > 0) {
      await insertLines(this.#pool, missing);
      for (const { id, ...key } of await findLineIds(this.#pool, missing)) this.#lines.set(toLineKey(key), id);
    }
    return keys.map((key) => {
      const id = this.#lines.get(toLineKey(key));
      if (id === undefined) throw new Error(`A line was written and is not there: ${JSON.stringify(key)}`);
      return id;
    });
  }

  #remember(place: Place): void {
    this.#places.set(place.id, place);
    this.#placeIds.set(toPlaceKey(place.timeZone, place), place);
  }
}

const toPlaceKey = (timeZone: string, { kind, path }: Holder): string => `${timeZone}\n${kind}\n${toNode(path)}`;
const toLineKey = ({ node, timeZone, dimension, key }: LineKey): string => `${dimension}\n\n${key}\n\n${timeZone}\n\n${node}`;
