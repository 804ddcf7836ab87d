import type { Unit } from '../unit.ts';

/** A commune that stands by itself from 2020 on; say only what matters. */
export const createUnit = (fields: Partial<Unit> & Pick<Unit, 'code'>): Unit => ({
  name: { vi: fields.code },
  kind: 'commune',
  parent: null,
  validFrom: '2020-01-01',
  validTo: null,
  predecessors: [],
  ...fields,
});
