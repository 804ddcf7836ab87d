import type { ServiceHealth } from '@motcua/contracts';

/** What is shown of a part, in this order; whatever else it tells is for its own port of operations. */
const signs = [
  'lag',
  'parked',
  'movedAt',
  'fuse',
  'state',
  'published',
  'oldestWriteTransactionMs',
  'readUpTo',
  'unjudged',
  'units',
  'procedures',
] as const;

export interface Sign {
  readonly part: string;
  readonly sign: (typeof signs)[number];
  readonly value: number | string;
}

/** Figures of a service's parts that say how far behind it is and whether it moves. */
export const listSigns = ({ checks }: Pick<ServiceHealth, 'checks'>): Sign[] =>
  Object.entries(checks).flatMap(([part, check]) =>
    signs.flatMap((sign) => {
      const value = check[sign];
      return typeof value === 'number' || typeof value === 'string' ? [{ part, sign, value }] : [];
    }),
  );
