import type { ApplyContext, BatchContext } from './batch-projection.ts';

/** Why an item cannot be applied, and where that showed. */
interface Refused {
  readonly reason: string;
  readonly step: string;
}

/** Offsets that are known to fail in `apply`. */
export type Poison = ReadonlyMap<bigint, Refused>;

/** Rolls back a transaction whose `apply` has named items that are to be parked. */
export class ItemsParked extends Error {
  override readonly name = 'ItemsParked';

  constructor(readonly poison: Poison) {
    super([...poison.values()].map(({ step, reason }) => `${step}: ${reason}`).join('; '));
  }
}

/** Runs `apply` with a context in which items can be parked. @throws ItemsParked where one was */
export async function applyOrPark<Outcome>(
  batch: BatchContext,
  apply: (context: ApplyContext) => Promise<Outcome>,
): Promise<Outcome> {
  const parked = new Map<bigint, Refused>();
  const park: ApplyContext['park'] = ({ message }, reason, step = 'apply') => {
    parked.set(message.offset, { reason, step });
  };
  const outcome = await apply({ ...batch, park });
  if (parked.size > 0) throw new ItemsParked(parked);
  return outcome;
}
