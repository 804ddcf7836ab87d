import type { ResponsibleUnit } from '@motcua/indicators';
import { POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { findPlaces, insertPlace } from './placement-rows.ts';
import { findLineIds, insertLines, type LineKey } from './series-rows.ts';
import { toNode, type UnitPlacement } from './unit-placement.ts';

/**
 * The numbers of places and lines, kept in memory. New words are written at once by a connection of their own: were they part of
 * the projection's transaction, a rollback would leave numbers in memory that are in no table.
 */
@Injectable()
export class Dimensions {
  readonly #pool: Pool;
  readonly #places = new Map<number, UnitPlacement>();
  readonly #placeIds = new Map<string, UnitPlacement>();
  readonly #series = new Map<string, number>();

  constructor(@Inject(POOL) pool: Pool) {
    this.#pool = pool;
  }

  /** Known after `learnPlaces`; undefined before. */
  findPlace(timeZone: string, responsibleUnit: ResponsibleUnit): UnitPlacement | undefined {
    return this.#placeIds.get(toPlaceKey(timeZone, responsibleUnit));
  }

  /** The place of a number that a stored row carries. */
  async getPlaces(ids: Iterable<number>): Promise<ReadonlyMap<number, UnitPlacement>> {
    const missing = [...new Set(ids)].filter((id) => !this.#places.has(id));
    if (missing.length > 0) for (const placement of await findPlaces(this.#pool, missing)) this.#remember(placement);
    return this.#places;
  }

  async learnPlaces(wanted: readonly { timeZone: string; responsibleUnit: ResponsibleUnit }[]): Promise<void> {
    for (const { timeZone, responsibleUnit } of wanted) {
      if (this.findPlace(timeZone, responsibleUnit) === undefined)
        this.#remember(await insertPlace(this.#pool, timeZone, responsibleUnit));
    }
  }

  /** The number of each line; lines that are new get one. */
  async getLineIds(keys: readonly LineKey[]): Promise<readonly number[]> {
    const missing = keys.filter((key) => !this.#series.has(toLineKey(key)));
    if (missing.length > 0) {
      await insertLines(this.#pool, missing);
      for (const { id, ...key } of await findLineIds(this.#pool, missing)) this.#series.set(toLineKey(key), id);
    }
    return keys.map((key) => {
      const id = this.#series.get(toLineKey(key));
      if (id === undefined) throw new Error(`A line was written and is not there: ${JSON.stringify(key)}`);
      return id;
    });
  }

  #remember(placement: UnitPlacement): void {
    this.#places.set(placement.id, placement);
    this.#placeIds.set(toPlaceKey(placement.timeZone, placement), placement);
  }
}

const toPlaceKey = (timeZone: string, { kind, path }: ResponsibleUnit): string => `${timeZone}\n${kind}\n${toNode(path)}`;
const toLineKey = ({ node, timeZone, dimension, key }: LineKey): string => `${dimension}\n\n${key}\n\n${timeZone}\n\n${node}`;
