import type { Office } from '@motcua/testing/stack';
import type { House } from './house.ts';

/** How an operation is asked so that it is done: by whom, where, with which body. */
export interface Asking {
  readonly as: Office;
  readonly path: string;
  readonly body: unknown;
  /** Follow from the body. */
  readonly headers?: (body: unknown) => Readonly<Record<string, string>>;
}

export type PlantedJourney = (house: House) => Promise<Asking>;
