import type { InstitutionalFigure, UnitDocument } from '@motcua/contracts';
import { createUnit } from '@motcua/contracts/testing';
import { createInstitutional, type BuiltInstitutional } from '../institutional.builder.ts';
import { createRating, type BuiltRating } from '../rating.builder.ts';

export const evidence = [{ documentNumber: '12/BC-UBND', date: '2022-11-02', file: { name: 'x.pdf', href: '/files/x.pdf' } }];

export const createCommune = (code: string): UnitDocument => createUnit(code, 'commune', 'huyen', { name: { vi: `Xã ${code}` } });

/** Two of three communes have a modern one-stop shop; one entered it twice, and the later word counts. Petitions of two months. */
export function createEntries(): readonly BuiltInstitutional[] {
  const modern = (unit: string, isModern: boolean): InstitutionalFigure => ({
    kind: 'modern-one-stop',
    unit,
    validFrom: '2021-01-01',
    validTo: null,
    evidence,
    modern: isModern,
  });
  const petitions = { kind: 'petitions', evidence } as const;
  return [
    createInstitutional([modern('xa-1', false), modern('xa-1', true)]),
    createInstitutional([modern('xa-2', true)]),
    createInstitutional([
      { ...petitions, unit: 'huyen', validFrom: '2022-03-01', validTo: '2022-03-31', received: 10, answeredOnTime: 9 },
    ]),
    createInstitutional([
      { ...petitions, unit: 'xa-1', validFrom: '2022-04-01', validTo: '2022-04-30', received: 6, answeredOnTime: 6 },
    ]),
  ];
}

/** Twenty ratings of March 2022: nineteen satisfied, four by links of counters; five of a commune, the others of the district. */
export const createRatings = (): readonly BuiltRating[] =>
  Array.from({ length: 20 }, (_, index) =>
    createRating({
      satisfied: index !== 7,
      via: index < 4 ? 'counter' : 'notice',
      ratedAt: new Date(Date.UTC(2022, 2, 1 + index, 3)).toISOString(),
      ...(index < 5
        ? { responsibleUnit: 'xa-1', responsiblePath: ['huyen', 'xa-1'], responsibleKind: 'commune' }
        : { responsibleUnit: 'huyen', responsiblePath: ['huyen'], responsibleKind: 'district-office' }),
    }),
  );
