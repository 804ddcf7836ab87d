import type { EventsReceipt } from '@motcua/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { legacy, legacySource, legacySystem, toNdjson } from '../testing/legacy-events.ts';
import { listBodies } from '../testing/list-bodies.ts';
import { startIntake, type Call, type RunningIntake } from '../testing/start-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.stop());

const bodiesOf = (sourceCode: string) => listBodies(intake, sourceCode);

describe('a legacy system', () => {
  const dongXuan = { role: 'source', source: legacySource, unit: 'dong-xuan', sub: 'dong-xuan' } as const;
  const report = async (as: Call['as'] & object, ...events: readonly object[]): Promise<EventsReceipt> => {
    const headers = { 'content-type': 'application/x-ndjson', 'accept-language': 'en' };
    const answer = await intake.call({ method: 'POST', url: '/v1/events', body: toNdjson(events), headers, as });
    expect(answer.status).toBe(200);
    return answer.body as unknown as EventsReceipt;
  };
  const stranger = { role: 'source', source: 'urn:legacy:another', unit: 'phu-tho', sub: 'another' } as const;
  const codesOf = ({ refused }: EventsReceipt) => refused.map(({ line, code }) => [line, code]);
  const received = (code: string, more: object = {}) => legacy(code, 'received', '2022-03-01T10:00:00+07:00', more);

  it('reports its own events about units of its own subtree, line by line', async () => {
    const receipt = await report(
      dongXuan,
      received('G-1'),
      { ...received('G-2'), source: 'urn:legacy:another' },
      received('G-3', { unit: 'khai-xuan' }),
      received('G-4', { unit: 'thanh-ba' }),
      legacy('G-1', 'transferred', '2022-03-01T11:00:00+07:00', { unit: 'phong-tu-phap' }),
    );
    expect([receipt.accepted, receipt.dossiers]).toEqual([2, 1]);
    expect(codesOf(receipt)).toEqual([
      [2, 'source.foreign'],
      [3, 'source.unit-outside'],
      [4, 'source.unit-outside'],
    ]);
    expect(receipt.refused[0]?.titles?.vi).toContain('nguồn khác');
    for (const code of ['G-2', 'G-3', 'G-4']) expect(await bodiesOf(code)).toEqual([]);
  });

  it('moves no dossier into its subtree, out of it, or from one it does not have', async () => {
    await report(legacySystem, received('H-1'), received('H-2', { unit: 'khai-xuan' }));
    const at = '2022-03-02T10:00:00+07:00';
    const receipt = await report(
      dongXuan,
      legacy('H-1', 'reassigned', at, { unit: 'khai-xuan', reasonCode: 'merger' }),
      legacy('H-1', 'corrected', at, { reasonCode: 'typo', correction: { unit: 'khai-xuan' } }),
      legacy('H-2', 'reassigned', at, { unit: 'dong-xuan', reasonCode: 'merger' }),
      legacy('H-2', 'corrected', at, { reasonCode: 'typo', correction: { unit: 'dong-xuan' } }),
      legacy('H-2', 'processed', at),
    );
    expect([receipt.accepted, codesOf(receipt)]).toEqual([0, [1, 2, 3, 4, 5].map((line) => [line, 'source.unit-outside'])]);
    expect([(await bodiesOf('H-1')).length, (await bodiesOf('H-2')).length]).toEqual([1, 1]);
  });

  it('learns nothing of another one’s events, not even that they are there', async () => {
    const event = received('K-1');
    await report(legacySystem, event);
    const receipt = await report(stranger, event, legacy('K-1', 'processed', '2022-03-02T10:00:00+07:00'));
    expect([receipt.accepted, receipt.alreadyThere, codesOf(receipt)]).toEqual([
      0,
      0,
      [
        [1, 'source.foreign'],
        [2, 'source.foreign'],
      ],
    ]);
    const own = await report(stranger, { ...event, source: stranger.source });
    expect([own.accepted, (await bodiesOf('K-1')).length]).toEqual([1, 2]);
  });

  it('rates its own dossiers alone', async () => {
    const life = ['received', 'processed', 'returned'] as const;
    await report(legacySystem, ...life.map((name, day) => legacy('M-1', name, `2022-03-0${day + 1}T10:00:00+07:00`)));
    const rating = {
      origin: legacySource,
      sourceCode: 'M-1',
      ratedAt: '2022-03-04T08:00:00+07:00',
      answers: [{ question: 'nothing', value: 5 }],
    };
    const rate = async (as: Call['as'] & object) => {
      const answer = await intake.call({ method: 'POST', url: '/v1/rating-imports', body: { ratings: [rating] }, as });
      return answer.status === 200
        ? (answer.body['refused'] as unknown as { code: string }[]).map(({ code }) => code)
        : answer.status;
    };
    expect(await rate(stranger)).toEqual(['source.foreign']);
    expect(await rate({ ...dongXuan, unit: 'khai-xuan' })).toEqual(['source.unit-outside']);
    expect(await rate(dongXuan)).toEqual(['rating.answers-invalid']);
    expect(await rate(['admin'])).toBe(403);
  });
});
