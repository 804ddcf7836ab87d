import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { topics, type Notice, type NoticePage } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createDossierEvent, createSnapshot, type BuiltEvent } from '../../testing/events.builder.ts';
import { runNotification, type RunningNotification } from '../../testing/notification-service.ts';
import { shippedRules } from '../../testing/shipped-rules.ts';
import { createMember, handlers } from '../../testing/staff.builder.ts';

const MINUTE_MS = 60_000;
const staff = { ...handlers, giang: createMember('huyen', 'head') };
let fixture: RunningNotification;
beforeAll(async () => {
  fixture = await runNotification({ rules: shippedRules, staff });
}, 90_000);
afterAll(() => fixture.close(), 60_000);

const snapshotOf = (version: number) => ({ ...createSnapshot({ imported: true }), dossierVersion: version });
type Snapshot = ReturnType<typeof snapshotOf>;

const proposedBy = (madeBy: string, snapshot: Snapshot, inMs = 3_600_000): BuiltEvent => {
  const lapsesAt = new Date(Date.now() + inMs).toISOString();
  const fields = { from: { endedAt: lapsesAt }, to: { endedAt: lapsesAt } };
  return createDossierEvent('corrected', snapshot, {
    reasonCode: 'x',
    fields: [],
    proposedCorrection: { ...fields, lapsesAt, madeBy },
  });
};
const decidedOn = (snapshot: Snapshot, approved: boolean): BuiltEvent =>
  createDossierEvent(
    'corrected',
    { ...snapshot, dossierVersion: snapshot.dossierVersion + 1 },
    {
      reasonCode: 'x',
      fields: [],
      decision: { proposal: snapshot.dossierVersion, approved, effectiveAt: null, occurredAt: null, unit: null, madeBy: 'an' },
    },
  );

const list = async (query: string): Promise<readonly Notice[]> =>
  (await fixture.call<NoticePage>(fixture.service, `/v1/notices?${query}`)).body.notices;
const rulesOf = async ({ dossierId }: Snapshot, count: number): Promise<string[]> =>
  waitFor(
    async () => {
      const notices = await list(`dossier=${dossierId}`);
      return notices.length >= count && notices.map(({ rule, recipient }) => `${rule} ${recipient.id}`).toReversed();
    },
    { describe: `${String(count)} notices of a dossier` },
  );
const pending = async (): Promise<string[]> =>
  (await fixture.data.pool.query<{ id: string }>('SELECT dossier_id AS id FROM notification.pending_proposal')).rows.map(
    ({ id }) => id,
  );

describe('a proposal', () => {
  it('is announced when it waits and when it is decided, once however often the log is read', async () => {
    const snapshot = snapshotOf(2);
    const events = [proposedBy('an', snapshot), decidedOn(snapshot, true)];
    await fixture.publish('dossierEvents', [...events, ...events]);
    const expected = ['proposal-waiting.head dung', 'proposal-approved.proposer an'];
    expect(await rulesOf(snapshot, 2)).toEqual(expected);
    const last = snapshotOf(2);
    await fixture.publish('dossierEvents', [proposedBy('an', { ...last, dossierId: snapshot.dossierId, dossierVersion: 4 })]);
    expect(await rulesOf(snapshot, 3)).toEqual([...expected, 'proposal-waiting.head dung']);
  });

  it('of many dossiers at once is one list', async () => {
    const many = Array.from({ length: 12 }, () => snapshotOf(2));
    await fixture.publish(
      'dossierEvents',
      many.map((snapshot) => proposedBy('dung', snapshot)),
    );
    const fold = await waitFor(
      async () => {
        const [notice] = await list('recipient=giang&event=notification.storm-fold');
        return notice;
      },
      { describe: 'the list' },
    );
    expect(fold).toMatchObject({ why: 'proposal-waiting', rule: 'proposal-waiting.head' });
  });

  it('that lapsed is announced to whoever made it once the log has been read so far, and none that was decided in time', async () => {
    const [lapsed, decided, waiting] = [snapshotOf(2), snapshotOf(2), snapshotOf(2)];
    await fixture.publish('dossierEvents', [
      proposedBy('an', lapsed, 2 * MINUTE_MS),
      proposedBy('an', decided, 2 * MINUTE_MS),
      proposedBy('an', waiting, 60 * MINUTE_MS),
    ]);
    await waitFor(async () => (await pending()).includes(waiting.dossierId), { describe: 'the terms to be noted' });
    await fixture.setClock({ at: new Date(Date.now() + 10 * MINUTE_MS), speed: 1 });
    // Another instance looks as it starts; nothing says yet that the log has been read.
    const other = await fixture.startInstance();
    await fixture.publish('dossierEvents', [decidedOn(decided, false)]);
    expect(await rulesOf(decided, 2)).toEqual(['proposal-waiting.head dung', 'proposal-rejected.proposer an']);
    expect(await pending()).toContain(lapsed.dossierId);
    await readLog();
    expect(await rulesOf(lapsed, 2)).toEqual(['proposal-waiting.head dung', 'proposal-lapsed.proposer an']);
    expect(await rulesOf(decided, 2)).toHaveLength(2);
    expect(await pending()).toContain(waiting.dossierId);
    expect(await pending()).not.toContain(lapsed.dossierId);
    await other.close();
  });
});

/** Every partition of the dossier log says that all that was recorded by now has been read. */
async function readLog(): Promise<void> {
  await fixture.data.pool.query(
    `INSERT INTO notification.log_reading (partition, recorded_up_to)
     SELECT partition, now() + interval '1 minute' FROM generate_series(0, $1 - 1) AS partition
     ON CONFLICT (partition) DO UPDATE SET recorded_up_to = excluded.recorded_up_to`,
    [topics.dossierEvents.partitions],
  );
}
