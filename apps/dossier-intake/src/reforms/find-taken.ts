import type { ReformDocument, ReformObstacle } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import { obstacle } from './obstacles.ts';
import { listFollowed } from './reform.store.ts';
import { SuccessionOfUnits } from './succession-of-units.ts';

/** Units of a file that another reform has, and that are not given back yet: two would move the same dossiers. */
export async function findTaken(transaction: Transaction, reform: ReformDocument): Promise<ReformObstacle[]> {
  const succession = new SuccessionOfUnits(reform);
  const others = (await listFollowed(transaction)).filter(({ id }) => id !== reform.id);
  return others.flatMap(({ id, document }) =>
    new SuccessionOfUnits(document).sources
      .filter((unit) => succession.has(unit))
      .map((unit) => obstacle('reform.unit-in-another', unit, { detail: id })),
  );
}
