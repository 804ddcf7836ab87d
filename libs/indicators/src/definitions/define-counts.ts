import type { Count, Part, Wording } from './indicator.ts';

/** Counts of one source, all in their first version. */
export const defineCounts =
  (source: string) =>
  <const Id extends string>(id: Id, name: Wording, formula: Wording, counted: Part): Count<Id> => ({
    id,
    version: 1,
    validFrom: '2018-06-23',
    validTo: null,
    kind: 'count',
    name,
    formula,
    source,
    counted,
  });
