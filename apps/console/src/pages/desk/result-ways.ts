import type { DeskEntry } from '@motcua/contracts';

/** In the order in which they are asked for. */
export const resultWays = ['counter', 'post', 'online'] as const satisfies readonly NonNullable<DeskEntry['resultBy']>['way'][];
