/** The services that park events, and where each keeps them. Ids begin at 1 in each of them. */
export const deadLetterPaths = {
  kpi: '/v1/dlq',
  sla: '/v1/sla/dlq',
  notification: '/v1/notification/dlq',
  digitization: '/v1/digitization/dlq',
} as const;

export type DeadLetterHolder = keyof typeof deadLetterPaths;
export const deadLetterHolders = Object.keys(deadLetterPaths) as DeadLetterHolder[];

export interface DeadLetterPlace {
  readonly holder: DeadLetterHolder;
  /** In the holder's own table. */
  readonly id: string;
}

/** `17` of kpi-aggregator, `sla/17`, `notification/17`, `digitization/17`. */
export const toReference = ({ holder, id }: DeadLetterPlace): string => (holder === 'kpi' ? id : `${holder}/${id}`);

/** The inverse of `toReference`; `kpi/17` is understood too. Undefined where nobody is called so. */
export function parseReference(text: string): DeadLetterPlace | undefined {
  const [first = '', ...rest] = text.split('/');
  if (rest.length === 0) return { holder: 'kpi', id: first };
  const holder = deadLetterHolders.find((known) => known === first);
  return holder === undefined ? undefined : { holder, id: rest.join('/') };
}

export const toPath = ({ holder, id }: DeadLetterPlace): string => `${deadLetterPaths[holder]}/${encodeURIComponent(id)}`;
