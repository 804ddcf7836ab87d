import { ratingGiven, type RatingGivenEvent } from '@motcua/contracts';
import { randomUUID } from 'node:crypto';
import { createSnapshot } from './snapshot.builder.ts';

export interface BuiltRating {
  readonly key: string;
  readonly value: string;
}

/** A satisfied rating by the link of a notice; say only what matters. The unit is that of a built snapshot. */
export function createRating(overrides: Partial<RatingGivenEvent['data']> = {}): BuiltRating {
  const snapshot = createSnapshot();
  const ratedAt = overrides.ratedAt ?? '2022-03-10T03:00:00.000Z';
  const data: RatingGivenEvent['data'] = {
    dossierId: randomUUID(),
    ratedAt,
    recordedAt: ratedAt,
    imported: false,
    via: 'notice',
    questionSet: { code: 'tt-01-2018', version: 1 },
    answers: [{ question: 'attitude', value: 4 }],
    satisfied: true,
    procedure: snapshot.procedure,
    field: snapshot.field,
    channel: 'in-person',
    responsibleUnit: snapshot.responsibleUnit,
    responsiblePath: [...snapshot.responsiblePath],
    responsibleKind: snapshot.responsibleKind,
    timeZone: snapshot.timeZone,
    ...overrides,
  };
  const origin = { id: `rating/${data.dossierId}`, source: 'urn:motcua:dossier-intake', time: ratedAt };
  return { key: data.dossierId, value: JSON.stringify(ratingGiven.create(data.dossierId, origin, data)) };
}
