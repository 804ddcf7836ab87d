import { randomUUID } from 'node:crypto';
import type { Answer } from '@motcua/testing/stack';
import type { Asking, PlantedJourney } from './planted-journey.ts';
import { kept } from './exempt.ts';
import { plant, type FreeField } from './free-fields.ts';
import type { House } from './house.ts';
import type { Operation } from './operations.ts';
import { citizen, official, toTexts } from './people.ts';

/** Whatever a caller makes up, and a server might log or store. */
const toHeaders = (): Record<string, string> => {
  const text = `${citizen.phone}/${citizen.idNumber}`;
  return {
    'idempotency-key': `${text}/${randomUUID()}`,
    'x-request-id': text,
    'user-agent': text,
    referer: `https://${citizen.phone}/`,
  };
};

/** Asks as a journey says, with something else as the body, or with it alone. */
export const ask = ({ as, path, body, headers }: Asking, method: string, planted: unknown = body): Promise<Answer> =>
  as.send(method, path, planted, { ...toHeaders(), ...headers?.(planted) });

/** Of a list it may be that the whole is answered and no line was taken. */
export const isDone = ({ status, body }: Answer): boolean =>
  status < 300 && ((body as { refused?: readonly unknown[] } | undefined)?.refused ?? []).length === 0;

export interface Planted {
  /** `POST /v1/ratings comment` */
  readonly field: string;
  readonly statuses: readonly number[];
  /** At least one of the texts was taken. */
  readonly isTaken: boolean;
}

/** Plants each text in one field, in a new asking each time. */
export async function plantInField(
  house: House,
  { name, method }: Operation,
  journey: PlantedJourney,
  field: FreeField,
): Promise<Planted> {
  const at = field.path.join('.');
  const person = kept[name]?.[at] === undefined ? citizen : official;
  const answers: Answer[] = [];
  for (const text of toTexts(person, field)) {
    const asking = await journey(house);
    // Events come as a list.
    const path = Array.isArray(asking.body) ? ['0', ...field.path] : field.path;
    answers.push(await ask(asking, method, plant(asking.body, path, text)));
  }
  return { field: `${name} ${at}`, statuses: answers.map(({ status }) => status), isTaken: answers.some(isDone) };
}
