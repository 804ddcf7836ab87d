import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DossierView, ProposalPage } from '@motcua/contracts';
import { createUnit, toReferenceRecord } from '@motcua/contracts/testing';
import { waitFor } from '@motcua/testing';
import { receipt } from '../../testing/receipts.ts';
import { startIntake, type Call, type RunningIntake } from '../../testing/start-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({ now: () => Date.parse('2026-11-20T11:00:00+07:00') });
}, 60_000);
afterAll(() => intake.stop());

const operator = { role: 'admin', sub: 'quan-tri' } as const;
const act = async (id: string, action: string, body: object) => {
  const answer = await intake.call({ method: 'POST', url: `/v1/dossiers/${id}/${action}`, body, as: operator });
  expect([action, answer.status]).toEqual([action, 200]);
};
const listFor = async (as: NonNullable<Call['as']>): Promise<string[]> =>
  ((await intake.call({ url: '/v1/proposals', as })).body as unknown as ProposalPage).proposals.map(({ dossierId }) => dossierId);

/** Of the province, in the hands of a commune; a correction of it waits for somebody's approval. */
async function proposeAtCommune(): Promise<string> {
  const opened = await intake.call({
    method: 'POST',
    url: '/v1/dossiers',
    body: { ...receipt, occurredAt: undefined },
    as: operator,
  });
  const { dossierId } = (opened.body as unknown as DossierView).dossier;
  await act(dossierId, 'reassign', { toUnit: 'phu-tho', reasonCode: 'reorganisation' });
  await act(dossierId, 'transfer', { toUnit: 'khai-xuan' });
  await act(dossierId, 'correct', {
    reasonCode: 'other',
    reasonText: 'x',
    correction: { limit: { amount: 7, unit: 'working-day' } },
  });
  return dossierId;
}

it('waits before the district while the commune lies in it, and no longer once it does not', async () => {
  const id = await proposeAtCommune();
  expect(await listFor(['head', 'thanh-ba'])).toEqual([id]);

  const before = createUnit('khai-xuan', 'commune', 'thanh-ba', { dossierCode: 'H44.05.02', validTo: '2026-11-18' });
  const after = createUnit('khai-xuan', 'commune', 'phu-tho', { dossierCode: 'H44.05.02', validFrom: '2026-11-19' });
  await intake.producer.send(intake.topics.units, [toReferenceRecord('units', 'khai-xuan', [before, after])]);
  await waitFor(async () => (await intake.call({ url: `/v1/dossiers/${id}`, as: ['head', 'thanh-ba'] })).status === 403, {
    describe: 'the commune to leave the district',
    timeoutMs: 20_000,
  });

  expect(await listFor(['head', 'khai-xuan'])).toEqual([id]);
  expect(await listFor(['head', 'phu-tho'])).toEqual([id]);
  expect(await listFor(['head', 'thanh-ba'])).toEqual([]);
});
