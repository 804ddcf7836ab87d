import type { ProposalPage } from '@motcua/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startIntake, type Call, type CallAnswer, type RunningIntake } from '../../testing/start-intake.ts';

const at = (local: string): number => Date.parse(`${local.replace(' ', 'T')}+07:00`);
const iso = (local: string): string => new Date(at(local)).toISOString();

let intake: RunningIntake;
let now = at('2026-11-02 10:00');
beforeAll(async () => {
  intake = await startIntake({ now: () => now });
}, 60_000);
afterAll(() => intake.stop());

type As = NonNullable<Call['as']>;
const counter: As = ['counter', 'dong-xuan'];
const specialist: As = ['specialist', 'dong-xuan'];
const head: As = ['head', 'dong-xuan'];
const district: As = ['head', 'thanh-ba'];

const open = async (local: string, occurredAt = local): Promise<string> => {
  now = at(local);
  const body = { unit: 'dong-xuan', procedure: '1.000689', channel: 'in-person', occurredAt: iso(occurredAt) };
  const answer = await intake.call({ method: 'POST', url: '/v1/dossiers', body, as: counter });
  return (answer.body['dossier'] as unknown as { dossierId: string }).dossierId;
};
const act = (id: string, action: string, body: object, as: As): Promise<CallAnswer> =>
  intake.call({ method: 'POST', url: `/v1/dossiers/${id}/${action}`, body, as });
const read = (id: string): Promise<CallAnswer> => intake.call({ url: `/v1/dossiers/${id}`, as: head });
const waiting = async (as: As, query = ''): Promise<ProposalPage> =>
  (await intake.call({ url: `/v1/proposals${query}`, as })).body as unknown as ProposalPage;
const changes = async (id: string): Promise<unknown[]> =>
  ((await read(id)).body['history'] as unknown as { change: unknown }[]).map(({ change }) => change);

describe('a result that is said to have been ready 24 days ago', () => {
  it('counts as overdue until another person of the unit or above has approved the moment', async () => {
    const id = await open('2026-11-02 10:00');
    now = at('2026-11-26 10:00');
    const done = await act(id, 'process', { occurredAt: iso('2026-11-02 14:00') }, specialist);
    expect(done.body).toMatchObject({
      dossier: { endedAt: iso('2026-11-26 10:00'), currentDue: iso('2026-11-05 10:00') },
      proposals: [{ proposal: 2, state: 'pending', occurredAt: iso('2026-11-02 14:00'), effectiveAt: iso('2026-11-26 10:00') }],
    });
    expect((await waiting(head)).proposals).toMatchObject([
      { dossierId: id, proposal: 2, event: 'processed', madeBy: 'specialist-1', lapsesAt: iso('2026-12-03 10:00') },
    ]);

    expect((await read(id)).body['actions']).toEqual([
      'return',
      'correct',
      'propose-unit',
      'approve-proposal',
      'reject-proposal',
    ]);
    expect((await act(id, 'approve-proposal', { proposal: 2 }, specialist)).status).toBe(403);
    expect((await act(id, 'approve-proposal', { proposal: 2 }, ['head', 'khai-xuan'])).status).toBe(403);
    expect((await act(id, 'approve-proposal', { proposal: 9 }, head)).body).toMatchObject({
      status: 404,
      code: 'proposal.unknown',
    });
    const approved = await act(id, 'approve-proposal', { proposal: 2 }, head);
    expect(approved.body).toMatchObject({
      dossier: { endedAt: iso('2026-11-02 14:00') },
      proposals: [{ state: 'approved', decidedAt: iso('2026-11-26 10:00') }],
    });
    expect((await waiting(head)).proposals).toEqual([]);
    expect((await changes(id)).slice(1)).toEqual([
      { proposedMoment: { occurredAt: iso('2026-11-02 14:00'), lapsesAt: iso('2026-12-03 10:00'), madeBy: 'specialist-1' } },
      {
        reasonCode: 'proposal-approved',
        fields: ['endedAt'],
        decision: {
          proposal: 2,
          approved: true,
          effectiveAt: iso('2026-11-26 10:00'),
          occurredAt: iso('2026-11-02 14:00'),
          unit: null,
          madeBy: 'specialist-1',
        },
      },
    ]);
  });

  it('is not approved by whoever proposed it, and lapses after five working days', async () => {
    const id = await open('2026-11-02 10:00');
    now = at('2026-11-11 10:00');
    await act(id, 'process', { occurredAt: iso('2026-11-03 14:00') }, head);
    expect((await act(id, 'approve-proposal', { proposal: 2 }, head)).body).toMatchObject({ status: 403, code: 'proposal.own' });
    now = at('2026-11-18 10:01');
    expect((await waiting(head)).proposals).toEqual([]);
    expect((await read(id)).body['proposals']).toMatchObject([{ state: 'lapsed' }]);
    expect((await act(id, 'approve-proposal', { proposal: 2 }, ['admin'])).body).toMatchObject({
      status: 409,
      code: 'proposal.lapsed',
    });
    expect((await read(id)).body['dossier']).toMatchObject({ endedAt: iso('2026-11-11 10:00') });
  });

  it('is rejected with a reason, and the figures stay', async () => {
    const id = await open('2026-11-02 10:00');
    now = at('2026-11-11 10:00');
    await act(id, 'process', { occurredAt: iso('2026-11-03 14:00') }, specialist);
    const rejected = await act(
      id,
      'reject-proposal',
      { proposal: 2, reasonCode: 'other', reasonText: 'Không có chứng từ' },
      head,
    );
    expect(rejected.body).toMatchObject({ dossier: { endedAt: iso('2026-11-11 10:00') }, proposals: [{ state: 'rejected' }] });
  });
});

describe('a receipt that is recorded late', () => {
  it('gets its code and its clock now, and those of its day once that is approved', async () => {
    const id = await open('2026-11-11 10:00', '2026-11-02 09:00');
    const { dossier } = (await read(id)).body as unknown as { dossier: { code: string; currentDue: string } };
    expect(dossier).toMatchObject({ code: expect.stringContaining('-261111-'), currentDue: iso('2026-11-16 10:00') });
    const approved = await act(id, 'approve-proposal', { proposal: 1 }, head);
    expect(approved.body).toMatchObject({
      dossier: { code: dossier.code, receivedAt: iso('2026-11-02 09:00'), currentDue: iso('2026-11-05 09:00') },
    });
  });

  it('is no proposal on the morning after', async () => {
    const id = await open('2026-11-11 08:00', '2026-11-10 16:00');
    expect((await read(id)).body).toMatchObject({ dossier: { receivedAt: iso('2026-11-10 16:00') } });
    expect((await read(id)).body['proposals']).toBeUndefined();
  });
});

describe('a unit that was wrong at receipt', () => {
  it('is not corrected directly; another is proposed, and approved by somebody above both', async () => {
    const id = await open('2026-11-11 10:00');
    const reason = { reasonCode: 'other', reasonText: 'Ghi nhầm đơn vị' };
    const directly = await act(id, 'correct', { ...reason, correction: { unit: 'khai-xuan' } }, head);
    expect(directly.body).toMatchObject({ status: 422, code: 'dossier.unit-by-proposal' });

    await act(id, 'propose-unit', { ...reason, unit: 'khai-xuan' }, head);
    expect((await read(id)).body).toMatchObject({
      dossier: { responsibleUnit: 'dong-xuan' },
      proposals: [{ kind: 'unit', unit: 'khai-xuan', state: 'pending' }],
    });
    for (const unit of ['dong-xuan', 'khai-xuan']) {
      expect((await act(id, 'approve-proposal', { proposal: 2 }, ['head', unit])).status).toBe(403);
    }
    const approved = await act(id, 'approve-proposal', { proposal: 2 }, district);
    // Tokens of one role share their subject here: the head above is, by name, whoever proposed it.
    expect(approved.body).toMatchObject({ code: 'proposal.own' });
    expect((await act(id, 'approve-proposal', { proposal: 2 }, ['admin', 'thanh-ba'])).body).toMatchObject({
      dossier: { responsibleUnit: 'khai-xuan', responsiblePath: ['phu-tho', 'thanh-ba', 'khai-xuan'], handlingUnit: 'khai-xuan' },
    });
  });
});

describe('a correction of what the figures are counted from', () => {
  const reason = { reasonCode: 'other', reasonText: 'Ghi nhầm' };
  const correct = (id: string, correction: object): Promise<CallAnswer> => act(id, 'correct', { ...reason, correction }, head);
  const processed = async (): Promise<string> => {
    const id = await open('2026-11-02 10:00');
    now = at('2026-11-09 10:00');
    await act(id, 'process', {}, specialist);
    return id;
  };

  it.each([
    ['endedAt', iso('2026-11-04 10:00'), { endedAt: iso('2026-11-04 10:00') }],
    ['receivedAt', iso('2026-11-04 09:00'), { receivedAt: iso('2026-11-04 09:00'), currentDue: iso('2026-11-09 09:00') }],
    ['limit', { amount: 7, unit: 'working-day' }, { currentDue: iso('2026-11-11 10:00') }],
    ['procedure', '1.001193', { procedure: '1.001193', currentDue: iso('2026-11-02 17:00') }],
  ] as const)('of %s moves nothing before another person has approved it', async (field, value, moved) => {
    const id = await processed();
    const { body: before } = await read(id);
    const proposed = await correct(id, { [field]: value });
    expect(proposed).toMatchObject({ status: 200, body: { dossier: figuresOf(before) } });
    const state = before['dossier'] as unknown as Record<string, unknown>;
    expect(await changes(id)).toContainEqual({
      reasonCode: 'other',
      fields: [],
      proposedCorrection: {
        from: { [field]: state[field] },
        to: { [field]: value },
        lapsesAt: iso('2026-11-16 10:00'),
        madeBy: 'head-1',
      },
    });
    expect((await act(id, 'approve-proposal', { proposal: 3 }, head)).body).toMatchObject({ code: 'proposal.own' });
    const approved = await act(id, 'approve-proposal', { proposal: 3 }, ['admin', 'dong-xuan']);
    expect(approved.body).toMatchObject({ dossier: moved, proposals: [{ kind: 'correction', state: 'approved' }] });
  });

  it('is listed with what is and what would be, and lapses', async () => {
    const id = await processed();
    await correct(id, { channel: 'postal', endedAt: iso('2026-11-04 10:00') });
    expect((await read(id)).body['dossier']).toMatchObject({ channel: 'postal', endedAt: iso('2026-11-09 10:00') });
    expect((await waiting(head)).proposals.filter(({ dossierId }) => dossierId === id)).toMatchObject([
      {
        kind: 'correction',
        event: null,
        correction: { from: { endedAt: iso('2026-11-09 10:00') }, to: { endedAt: iso('2026-11-04 10:00') } },
      },
    ]);
    now = at('2026-11-16 10:01');
    expect((await read(id)).body['proposals']).toMatchObject([{ state: 'lapsed' }]);
  });

  it('of a receipt at a time for which nothing is known is refused at once', async () => {
    const id = await processed();
    expect(await correct(id, { receivedAt: '1990-01-02T09:00:00+07:00' })).toMatchObject({
      status: 422,
      body: { code: 'unit.unknown' },
    });
    expect((await read(id)).body['proposals']).toBeUndefined();
  });
});

const figuresOf = ({ dossier }: CallAnswer['body']): unknown => {
  const { procedure, receivedAt, endedAt, limit, originalDue, currentDue, due766, lateFrom } = dossier as unknown as Record<
    string,
    unknown
  >;
  return { procedure, receivedAt, endedAt, limit, originalDue, currentDue, due766, lateFrom };
};

describe('the list of what waits', () => {
  it('is for those who may approve, by unit, in pages', async () => {
    const ids = [await open('2026-11-16 10:00', '2026-11-05 09:00'), await open('2026-11-16 10:00', '2026-11-05 09:00')];
    expect((await intake.call({ url: '/v1/proposals', as: counter })).status).toBe(403);
    expect((await intake.call({ url: '/v1/proposals?unit=dong-xuan', as: ['head', 'khai-xuan'] })).status).toBe(403);
    expect((await waiting(['head', 'khai-xuan'])).proposals.map(({ dossierId }) => dossierId)).not.toContain(ids[0]);
    const first = await waiting(district, '?unit=dong-xuan&limit=1');
    expect(first.next).not.toBeNull();
    const rest = await waiting(district, `?unit=dong-xuan&cursor=${String(first.next)}`);
    const found = [...first.proposals, ...rest.proposals].map(({ dossierId }) => dossierId);
    expect(found.filter((id) => ids.includes(id)).toSorted()).toEqual(ids.toSorted());
    const forged = Buffer.from(JSON.stringify({ at: 'x' })).toString('base64url');
    expect((await intake.call({ url: `/v1/proposals?cursor=${forged}`, as: district })).status).toBe(400);
  });
});

it('an appointment on a Sunday at 03:10 is refused with the nearest lawful moments', async () => {
  const id = await open('2026-11-16 10:00');
  const answer = await act(id, 'extend', { reasonCode: 'verification', newDue: '2026-11-22T03:10:00+07:00' }, head);
  expect(answer.body).toMatchObject({
    status: 422,
    code: 'dossier.appointment-outside-hours',
    lawfulMoments: [iso('2026-11-20 17:00'), iso('2026-11-23 07:30')],
  });
});
