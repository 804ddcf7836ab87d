import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierView } from '@motcua/contracts';
import { person, receipt } from '../testing/receipts.ts';
import { startIntake, type Call, type RunningIntake } from '../testing/start-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({ now: () => Date.parse(receipt.occurredAt) });
}, 60_000);
afterAll(() => intake.stop());

type As = NonNullable<Call['as']>;
const words = { reasonCode: 'other', reasonText: 'x' } as const;
const receive = async (unit: string): Promise<string> => {
  const body = { ...receipt, unit, applicant: person };
  const answer = await intake.call({ method: 'POST', url: '/v1/dossiers', body, as: ['counter', unit] });
  return (answer.body as unknown as DossierView).dossier.dossierId;
};
const read = (id: string, as: As) => intake.call({ url: `/v1/dossiers/${id}`, as });

/** Whatever names a unit, by somebody who may do it to a dossier of the unit. */
const listWaysOver = (unit: string): [action: string, by: string, as: As, body: object][] => [
  ['transfer', 'the counter', ['counter', 'home'], { toUnit: unit }],
  ['reassign', 'the administrator of the unit', ['admin', 'home'], { toUnit: unit, ...words }],
  ['reassign', 'the administrator of all', ['admin'], { toUnit: unit, ...words }],
  ['propose-unit', 'the head', ['head', 'home'], { unit, ...words }],
];

describe.each([
  ['of an applicant goes to nobody who practises', 'dong-xuan', 'tap-huan'],
  ['of a training course is put before nobody who works', 'tap-huan', 'dong-xuan'],
])('a dossier %s', (_what, from, to) => {
  it.each(listWaysOver(to))('by %s of %s', async (action, _by, as, body) => {
    const id = await receive(from);
    const someone = (Array.isArray(as) && as[1] === 'home' ? [as[0], from] : as) as As;
    const before = (await read(id, ['head', from])).body;
    const answer = await intake.call({ method: 'POST', url: `/v1/dossiers/${id}/${action}`, body, as: someone });
    expect(answer).toMatchObject({ status: 422, body: { code: 'unit.training-apart' } });
    expect((await read(id, ['head', from])).body).toEqual(before);
    expect((await read(id, ['head', to])).status).toBe(403);
  });
});

it('is still handed over within each of the two', async () => {
  for (const [unit, to] of [
    ['dong-xuan', 'khai-xuan'],
    ['tap-huan', 'tap-huan'],
  ] as const) {
    const url = `/v1/dossiers/${await receive(unit)}/transfer`;
    expect((await intake.call({ method: 'POST', url, body: { toUnit: to }, as: ['counter', unit] })).status).toBe(200);
  }
});
