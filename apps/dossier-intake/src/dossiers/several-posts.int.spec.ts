import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '@motcua/auth';
import type { DossierView } from '@motcua/contracts';
import { person, receipt } from '../testing/receipts.ts';
import { startIntake, type CallAnswer, type RunningIntake } from '../testing/start-intake.ts';

let now = Date.parse(receipt.occurredAt);
let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({ now: () => now });
}, 60_000);
afterAll(() => intake.stop());

/** One person, who holds posts here and there and asks in one of them at a time. */
const lan = (role: Role, unit: string): Actor => ({ sub: 'lan', role, unit });
const another: Actor = { sub: 'minh', role: 'head', unit: 'dong-xuan' };
const words = { reasonCode: 'other', reasonText: 'x' } as const;

const post = (url: string, body: object, as: Actor, headers = {}): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url, body, as, headers });
const act = (id: string, action: string, body: object, as: Actor): Promise<CallAnswer> =>
  post(`/v1/dossiers/${id}/${action}`, body, as);
const read = async (id: string, as: Actor = another): Promise<DossierView> =>
  (await intake.call({ url: `/v1/dossiers/${id}`, as })).body as unknown as DossierView;
const receive = async (): Promise<string> => {
  now = Date.parse(receipt.occurredAt);
  const { body } = await post('/v1/dossiers', { ...receipt, applicant: person }, lan('counter', 'dong-xuan'));
  return (body as unknown as DossierView).dossier.dossierId;
};

describe('somebody with several posts', () => {
  it.each<[string, Actor]>([
    ['the same unit', lan('head', 'dong-xuan')],
    ['the unit above', lan('head', 'thanh-ba')],
    ['the administration', { sub: 'lan', role: 'admin' }],
  ])('approves in a post of %s nothing that they proposed in another', async (_where, second) => {
    const id = await receive();
    await act(id, 'correct', { ...words, correction: { limit: { amount: 7, unit: 'working-day' } } }, lan('head', 'dong-xuan'));
    const before = await read(id);
    const answer = await act(id, 'approve-proposal', { proposal: 2 }, second);
    expect(answer).toMatchObject({ status: 403, body: { code: 'proposal.own' } });
    expect((await act(id, 'approve-proposal', { proposal: 2 }, another)).status).toBe(200);
    expect(before.dossier.dossierVersion).toBe(2);
  });

  it('approves in one post no erasure that they asked for in another', async () => {
    const id = await receive();
    await act(id, 'process', {}, another);
    await act(id, 'return', {}, lan('counter', 'dong-xuan'));
    expect((await act(id, 'applicant-erasure', { ground: 'applicant-asked' }, lan('counter', 'dong-xuan'))).status).toBe(200);
    const decided = await act(id, 'applicant-erasure/decision', { decision: 'approve' }, lan('head', 'thanh-ba'));
    expect(decided).toMatchObject({ status: 403, body: { code: 'erasure.own' } });
    expect((await read(id)).applicant).toMatchObject({ name: person.name });
  });

  it('takes back in one post what they did in another only where that post may, and is offered nothing else', async () => {
    const id = await receive();
    await act(id, 'request-supplement', words, lan('counter', 'dong-xuan'));
    for (const elsewhere of [lan('counter', 'khai-xuan'), lan('head', 'tap-huan')])
      expect((await act(id, 'revert', { event: 2 }, elsewhere)).status).toBe(403);
    for (const reader of [lan('delegation', 'dong-xuan'), lan('leader', 'thanh-ba')]) {
      expect((await act(id, 'revert', { event: 2 }, reader)).status).toBe(403);
      const seen = await read(id, reader);
      expect([reader.role, seen.undo, seen.actions]).toEqual([reader.role, undefined, []]);
    }
    expect((await read(id, lan('head', 'thanh-ba'))).actions).toContain('revert');
    expect((await act(id, 'revert', { event: 2 }, lan('head', 'thanh-ba'))).status).toBe(200);
  });

  it('is given in one post no answer that they got in another by the same key', async () => {
    const headers = { 'idempotency-key': 'key-of-lan' };
    const body = { ...receipt, applicant: person };
    expect((await post('/v1/dossiers', body, lan('counter', 'dong-xuan'), headers)).status).toBe(201);
    for (const elsewhere of [lan('counter', 'khai-xuan'), lan('delegation', 'dong-xuan'), lan('counter', 'tap-huan')])
      expect((await post('/v1/dossiers', body, elsewhere, headers)).status).toBe(403);
  });
});
