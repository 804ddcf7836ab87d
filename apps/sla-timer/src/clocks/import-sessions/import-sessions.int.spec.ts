import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPgTransactions } from '@motcua/kafka';
import { randomUUID } from 'node:crypto';
import { fireTimers, type Fired } from '../firing/fire-timers.ts';
import { releaseHolds } from '../firing/release-holds.ts';
import { at, DossierHistory, type PublishedEvent } from '../../testing/dossier-history.builder.ts';
import { createFollowing } from '../../testing/follow.ts';
import { createProgress } from '../../testing/progress-record.builder.ts';
import { createSlaDatabase, type SlaDatabase } from '../../testing/sla-database.ts';
import { SlaEventFixture } from '../../testing/sla-event-fixture.ts';
import { classifyBreaches } from '../../overdue-causes/classify-breaches.ts';
import { noteProgress } from './ended-sessions.ts';
import { releaseSessions } from './release-sessions.ts';
import { findSessionClocks } from './session-clocks.ts';

let sla: SlaDatabase;
let following: ReturnType<typeof createFollowing>;
beforeAll(async () => {
  sla = await createSlaDatabase();
  following = createFollowing(sla);
}, 60_000);
afterAll(() => sla.close());
beforeEach(async () => {
  await SlaEventFixture.empty(sla);
  await sla.followLog();
});

const monday = at('2026-03-02 08:00');
/** When the last of the history comes. */
const present = at('2026-03-20 08:00');
const session = randomUUID();
const imported = (overrides: ConstructorParameters<typeof DossierHistory>[0] = {}) =>
  new DossierHistory({ ruleSet: 'before-nd-61', imported: true, importSession: session, ...overrides });

const end = (of = session, partition = 0) =>
  createPgTransactions(sla.pool).run((transaction) =>
    noteProgress(transaction, partition, [createProgress({ partition, recordedUpTo: null, sessions: [of] })]),
  );
/** What the service does by itself while the log goes on, until nothing is left to do. */
async function goOn(): Promise<Fired[]> {
  await sla.followLog();
  const turns: Fired[] = [];
  for (let isBusy = true; isBusy;) {
    const released = (await releaseHolds(sla.pool)) + (await releaseSessions(sla.pool));
    const fired = await fireTimers(sla.pool, { batchSize: 100 });
    const classified = await classifyBreaches(sla.pool, following.data);
    turns.push(fired);
    isBusy = released + fired.fired + classified > 0;
  }
  return turns;
}
const alerts = async () =>
  (await sla.listEvents()).map(({ type, subject, data }) => ({
    what: type.split('.')[3],
    subject,
    ...('cause' in data ? { cause: data['cause'] } : {}),
    ...('fromImport' in data ? { fromImport: data['fromImport'] } : {}),
  }));

describe('a history that is loaded', () => {
  /** Every way a dossier may have gone, many events each. */
  function createHistories(): readonly DossierHistory[] {
    const recorded = { recordedAt: new Date(present).toISOString() };
    const received = () => imported().received(monday, recorded);
    return [
      ...Array.from({ length: 3 }, received),
      ...Array.from({ length: 3 }, () => received().processed(at('2026-03-04 08:00'), present)),
      ...Array.from({ length: 3 }, () => received().processed(at('2026-03-10 08:00'), present)),
      // Late at first sight, and corrected to an end in time.
      received()
        .processed(at('2026-03-10 08:00'), present)
        .put('corrected', at('2026-03-11 08:00'), { endedAt: new Date(at('2026-03-04 08:00')).toISOString(), ...recorded }),
      received().extended(at('2026-03-03 08:00'), at('2026-03-25 08:00')),
      received().supplementRequested(at('2026-03-03 08:00')).supplementReceived(at('2026-03-04 08:00')),
      imported().received(at('2026-03-19 08:00'), recorded),
    ];
  }

  const load = async (batches: readonly (readonly PublishedEvent[])[]) => {
    await SlaEventFixture.empty(sla);
    for (const [index, batch] of batches.entries()) {
      await sla.setClock(present - (batches.length - 1 - index) * 3_600_000);
      await following.follow(batch);
      await goOn();
    }
    expect(await sla.listEvents()).toEqual([]);
    await end();
    await goOn();
    return (await sla.listEvents()).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  };

  it('says the same however slowly it comes: no alert of what ended, and no cause by when it was recorded', async () => {
    const histories = createHistories();
    const fast = await load([histories.flatMap(({ events }) => events)]);
    // An event an hour: whatever is announced by then has been announced.
    const longest = Math.max(...histories.map(({ events }) => events.length));
    const slow = await load(
      Array.from({ length: longest }, (_, index) => index).flatMap((index) =>
        histories.flatMap(({ events }) => events.slice(index, index + 1)).map((event) => [event]),
      ),
    );
    expect(slow).toEqual(fast);
    for (const event of fast) SlaEventFixture.parse(event);
    const count = (type: string) => fast.filter((event) => event.type.includes(type)).length;
    // Four are open and overdue, of one four fifths of its time are over; three ended late. What is due later is said when its time comes.
    expect([count('breached'), count('due-soon'), count('recovered')]).toEqual([4, 1, 0]);
    const alerts = fast.filter(({ data }) => 'rung' in data);
    expect(alerts.map(({ data }) => data['fromImport'])).toEqual(alerts.map(() => true));
    expect(fast.flatMap(({ data }) => ('cause' in data ? [data['cause']] : []))).toEqual(Array.from({ length: 7 }, () => 'real'));
  }, 60_000);

  it('leaves what is due after its end to be announced as it comes, and keeps imports out of the lag of the timer', async () => {
    await sla.setClock(present);
    const due = imported().received(at('2026-03-19 08:00'));
    await following.follow([...due.events, ...imported().received(monday).events]);
    await end();
    expect((await goOn()).flatMap(({ lags, imported: count }) => [...lags, count])).toEqual([1, 0]);
    await sla.setClock(due.due + 3_600_000);
    const turns = await goOn();
    const lags = turns.flatMap((turn) => turn.lags);
    expect(lags).toHaveLength(1);
    expect((await alerts()).filter(({ subject }) => subject === due.id)).toEqual([
      { what: 'breached', subject: due.id },
      { what: 'overdue-judged', subject: due.id, cause: 'real' },
    ]);
  });

  it('lets a dossier be live from a live event on, also where its clock stays as it was', async () => {
    await sla.setClock(present);
    const dossier = imported().received(monday);
    await following.follow(dossier.events);
    await goOn();
    expect(await alerts()).toEqual([]);
    dossier.put('transferred', at('2026-03-19 09:00'), { importSession: null, handlingUnit: 'phong-tu-phap' });
    await following.follow(dossier.events.slice(-1));
    await goOn();
    expect(await alerts()).toEqual([
      { what: 'breached', subject: dossier.id },
      { what: 'overdue-judged', subject: dossier.id, cause: 'real' },
    ]);
    await end();
    await goOn();
    expect(await alerts()).toHaveLength(2);
  });

  it('holds a live dossier that a session goes on with, and says as history what the session ends', async () => {
    await sla.setClock(monday + 60_000);
    const dossier = new DossierHistory({ ruleSet: 'before-nd-61' }).received(monday);
    const ended = new DossierHistory({ ruleSet: 'before-nd-61' }).received(monday);
    await following.follow([...dossier.events, ...ended.events]);
    dossier.put('transferred', monday + 120_000, { importSession: session });
    await following.follow(dossier.events.slice(-1));
    await sla.setClock(at('2026-03-05 09:00'));
    await goOn();
    expect((await alerts()).map(({ subject }) => subject)).toEqual([ended.id, ended.id]);
    ended.put('processed', at('2026-03-04 08:00'), {
      status: 9,
      endedAt: new Date(at('2026-03-04 08:00')).toISOString(),
      importSession: session,
    });
    await following.follow(ended.events.slice(-1));
    await end();
    await goOn();
    expect((await alerts()).slice(2)).toEqual(
      expect.arrayContaining([
        { what: 'recovered', subject: ended.id, fromImport: true },
        { what: 'overdue-judged', subject: ended.id, cause: null },
        { what: 'breached', subject: dossier.id, fromImport: true },
        { what: 'overdue-judged', subject: dossier.id, cause: 'real' },
      ]),
    );
  });

  it('takes an event of a session that has ended as history, not as something to wait for', async () => {
    await sla.setClock(present);
    await end();
    const parked = imported().received(monday);
    await following.follow(parked.events);
    await goOn();
    expect(await alerts()).toEqual([
      { what: 'breached', subject: parked.id, fromImport: true },
      { what: 'overdue-judged', subject: parked.id, cause: 'real' },
    ]);
  });

  it('waits for the end of its own session and on its own partition', async () => {
    await sla.setClock(present);
    await following.follow(imported().received(monday).events);
    await following.follow(imported().received(monday).events, 1);
    await sla.followLog(2);
    await end(randomUUID());
    await goOn();
    expect(await alerts()).toEqual([]);
    await end();
    await goOn();
    expect(await alerts()).toHaveLength(2);
    const { rows } = await sla.pool.query('SELECT partition FROM sla.clock WHERE import_session IS NOT NULL');
    expect(rows).toEqual([{ partition: 1 }]);
  });

  it('is not settled while a breach that has fired waits for its cause', async () => {
    await sla.setClock(present);
    await end();
    await end(session, 1);
    await goOn();
    expect(await findSessionClocks(sla.pool, session)).toEqual({ session, held: 0, isSettled: true });
    await sla.pool.query('INSERT INTO sla.unjudged VALUES (gen_random_uuid())');
    expect(await findSessionClocks(sla.pool, session)).toEqual({ session, held: 0, isSettled: false });
  });
});
