import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { SlaEventFixture } from '../../testing/sla-event-fixture.ts';
import { at, DossierHistory } from '../../testing/dossier-history.builder.ts';
import { createFollowing } from '../../testing/follow.ts';
import { createSlaDatabase, type SlaDatabase } from '../../testing/sla-database.ts';
import { classifyBreaches } from '../../overdue-causes/classify-breaches.ts';
import { fireTimers, type Fired } from './fire-timers.ts';
import { releaseHolds } from './release-holds.ts';

let sla: SlaDatabase;
let following: ReturnType<typeof createFollowing>;
beforeAll(async () => {
  sla = await createSlaDatabase();
  following = createFollowing(sla);
});
afterAll(() => sla.close());
beforeEach(async () => {
  await SlaEventFixture.empty(sla);
  await sla.followLog();
});

/** Fires what the log has been read up to, as the spec has set it. */
const fireAsRead = (batchSize = 100) => fireTimers(sla.pool, { batchSize });
/** Fires what is due: the log has been read up to now. */
async function fire(batchSize = 100): Promise<Fired> {
  await sla.followLog();
  return fireAsRead(batchSize);
}
/** Ends holds, as if the log had been read on. */
async function letGo(): Promise<number> {
  await sla.pool.query(`UPDATE sla.reading SET current_at = clock_timestamp() + interval '1 second'`);
  return releaseHolds(sla.pool);
}
const alerts = async () =>
  (await sla.listEvents()).map(({ type, data }) => [
    type.replace(/^vn\.motcua\.sla\.|\.v1$/g, ''),
    data['clock'],
    data['generation'],
    data['rung'],
    data['foldedRungs'],
  ]);

// Received on Monday the 2nd at 08:00 for three working days: due on Thursday the 5th at 08:00.
const monday = at('2026-03-02 08:00');
const received = (overrides: ConstructorParameters<typeof DossierHistory>[0] = {}): DossierHistory =>
  new DossierHistory(overrides).received(monday).transferred(monday + 60_000);
/** Of these the dossier's clock runs alone. */
const oneClock = { ruleSet: 'before-nd-61' };

describe('the timer', () => {
  it('fires each escalation step once, at its moment and not before, as an event that keeps the contract', async () => {
    await sla.setClock(monday + 120_000);
    const dossier = received(oneClock);
    await following.follow(dossier.events);
    expect(await fire()).toMatchObject({ fired: 0 });
    // A fifth of 22.5 working hours is left: half an hour on Thursday, 3.5 on Wednesday afternoon, half an hour before noon.
    await sla.setClock(at('2026-03-04 10:59:59'));
    expect(await fire()).toMatchObject({ fired: 0 });
    await sla.setClock(at('2026-03-04 11:00'));
    expect(await fire()).toMatchObject({ fired: 1, folded: 0, breached: 0 });
    expect(await fire()).toMatchObject({ fired: 0 });
    const events = await sla.listEvents();
    expect(events.map(SlaEventFixture.parse)).toHaveLength(1);
    expect(events[0]).toMatchObject({
      id: `${dossier.id}/dossier/1/four-fifths`,
      subject: dossier.id,
      type: 'vn.motcua.sla.due-soon.v1',
      data: {
        clock: 'dossier',
        generation: 1,
        rung: 'four-fifths',
        foldedRungs: [],
        remainingMinutes: 270,
        due: '2026-03-05T01:00:00.000Z',
        reachedAt: '2026-03-04T04:00:00.000Z',
        firedAt: '2026-03-04T04:00:00.000Z',
        tell: ['specialist'],
        urgency: 'normal',
        responsibleUnit: 'dong-xuan',
        handlingUnit: 'phong-tu-phap',
        officer: 'nv-1',
        dossierVersion: 2,
      },
    });
  });

  it('coalesces what was passed in a long stop into one alert for the highest escalation step, and warns of no apology that came too late', async () => {
    await sla.setClock(monday + 120_000);
    await following.follow(received().events);
    await sla.setClock(at('2026-03-09 08:00'));
    expect(await fire()).toMatchObject({ fired: 1, breached: 1 });
    expect(await alerts()).toEqual([['breached', 'dossier', 1, 'one-day-after', ['four-fifths', 'four-hours-before', 'breach']]]);
    expect(await fire()).toMatchObject({ fired: 0 });
  });

  it('fires nothing of a generation that is over, or of a clock that stands or is closed', async () => {
    await sla.setClock(monday + 120_000);
    const extended = received().extended(at('2026-03-03 08:00'), at('2026-03-10 08:00'));
    const paused = received().supplementRequested(at('2026-03-03 08:00'));
    const closed = received().processed(at('2026-03-03 08:00'));
    await following.follow([...extended.events, ...paused.events, ...closed.events]);
    await sla.setClock(at('2026-03-06 08:00'));
    expect(await fire()).toMatchObject({ fired: 0 });
    await sla.setClock(at('2026-03-10 08:01'));
    expect(await fire()).toMatchObject({ fired: 1 });
    expect(await alerts()).toEqual([['breached', 'dossier', 2, 'breach', ['four-fifths', 'four-hours-before']]]);
  });

  it('says that a breach is over when the clock is closed or re-dated, and why it was overdue', async () => {
    await sla.setClock(monday + 120_000);
    const closed = received();
    const extended = received();
    await following.follow([...closed.events, ...extended.events]);
    await sla.setClock(at('2026-03-05 08:01'));
    await fire();
    expect(await classifyBreaches(sla.pool, following.data)).toBe(2);
    closed.processed(at('2026-03-05 09:00'));
    extended.extended(at('2026-03-05 09:00'), at('2026-03-10 08:00'));
    await following.follow([...closed.events.slice(-1), ...extended.events.slice(-1)]);
    const events = (await sla.listEvents()).filter(({ type }) => !type.includes('due-soon'));
    expect(events.map(SlaEventFixture.parse)).toHaveLength(events.length);
    const of = (id: string) =>
      events.filter(({ subject }) => subject === id).map(({ type, data }) => [type, data['cause'] ?? data['by']]);
    expect(of(closed.id)).toEqual([
      ['vn.motcua.sla.breached.v1', undefined],
      ['vn.motcua.sla.overdue-judged.v1', 'real'],
      ['vn.motcua.sla.recovered.v1', 'closed'],
    ]);
    expect(of(extended.id)).toEqual([
      ['vn.motcua.sla.breached.v1', undefined],
      ['vn.motcua.sla.overdue-judged.v1', 'real'],
      ['vn.motcua.sla.recovered.v1', 're-dated'],
      ['vn.motcua.sla.overdue-judged.v1', undefined],
    ]);
    expect(events.find(({ data }) => data['by'] === 'closed')?.data).toMatchObject({ lateMinutes: 60, newDue: null });
  });

  it('classifies an end in time that was learnt after the breach as a lag of the systems, and says that it is over', async () => {
    await sla.setClock(monday + 120_000);
    const dossier = received(oneClock);
    await following.follow(dossier.events);
    await sla.setClock(at('2026-03-05 10:00'));
    await fire();
    await classifyBreaches(sla.pool, following.data);
    await following.follow(dossier.processed(at('2026-03-04 15:00'), at('2026-03-05 10:30')).events.slice(-1));
    const events = (await sla.listEvents()).map(({ type, data }) => [
      type.split('.')[3],
      data['cause'] ?? data['lateMinutes'] ?? data['rung'],
    ]);
    expect(events).toEqual([
      ['breached', 'breach'],
      ['overdue-judged', 'real'],
      ['recovered', 0],
      ['overdue-judged', 'sync-lag'],
    ]);
  });

  it('fires a clock that is learnt past its escalation steps only after its hold, and not at all where an end came meanwhile', async () => {
    await sla.setClock(at('2026-03-09 08:00'));
    const open = received();
    const ended = received();
    await following.follow([...open.events, ...ended.events]);
    expect(await releaseHolds(sla.pool)).toBe(0);
    expect(await fire()).toMatchObject({ fired: 0 });
    await following.follow(ended.processed(at('2026-03-06 08:00')).events.slice(-1));
    expect(await letGo()).toBeGreaterThan(0);
    await fire();
    const overrides = (await sla.listEvents()).filter(({ type }) => type.includes('breached'));
    expect(overrides.map(({ subject }) => subject)).toEqual([open.id]);
  });

  it('keeps the breach of a clock that is learnt closed late as a fact, with an overdue cause, and alerts nobody', async () => {
    await sla.setClock(at('2026-03-20 08:00'));
    const dossier = new DossierHistory({ ...oneClock, imported: true }).received(monday).processed(at('2026-03-06 08:00'));
    await following.follow(dossier.events);
    await letGo();
    expect(await fire()).toMatchObject({ fired: 0 });
    const { rows } = await sla.pool.query('SELECT state, breached_at FROM sla.clock');
    expect(rows).toEqual([{ state: 'closed', breached_at: new Date(at('2026-03-05 08:01')) }]);
    const events = await sla.listEvents();
    expect(events.map(({ type, data }) => [type, data['cause']])).toEqual([['vn.motcua.sla.overdue-judged.v1', 'real']]);
  });

  it('stands still while the log has not been read up to now', async () => {
    await sla.setClock(monday + 120_000);
    await following.follow(received(oneClock).events);
    await sla.setClock(at('2026-03-04 12:00'));
    await sla.pool.query(`UPDATE sla.reading SET current_at = clock_timestamp() - interval '1 hour'`);
    expect(await fireAsRead()).toMatchObject({ fired: 0 });
    expect(await fire()).toMatchObject({ fired: 1 });
  });

  it('waits until the log has been read up to the moment: a click five seconds before it is late silences the breach', async () => {
    await sla.setClock(monday + 120_000);
    const clicked = received(oneClock);
    const forgotten = received(oneClock);
    await following.follow([...clicked.events, ...forgotten.events]);
    await sla.setClock(at('2026-03-05 08:00:50'));
    expect(await fire()).toMatchObject({ fired: 2, breached: 0 });

    // The relay stands still; the click lies in the event table.
    await sla.setClock(at('2026-03-05 08:01:03'));
    expect(await fireAsRead()).toMatchObject({ fired: 0 });
    await following.follow(clicked.processed(at('2026-03-05 08:00:55')).events.slice(-1));
    expect(await fire()).toMatchObject({ fired: 1, breached: 1 });
    expect((await sla.listEvents()).filter(({ type }) => type.includes('breached')).map(({ subject }) => subject)).toEqual([
      forgotten.id,
    ]);
  });

  it('says what the log has been read up to, and neither fires nor coalesces an escalation step that lies beyond', async () => {
    await sla.setClock(monday + 120_000);
    await following.follow(received(oneClock).events);
    // Read up to 13:00 while the clock, which runs a hundred thousand times as fast, has passed the next step at 13:30.
    await sla.setClock(at('2026-03-04 13:00'), 100_000);
    await sla.pool.query(
      `UPDATE sla.reading SET current_at = statement_timestamp() - (sla.clock_now() - to_timestamp($1)) / 100000 + interval '10 microseconds'`,
      [at('2026-03-04 13:00') / 1_000],
    );
    const isPassed = `SELECT sla.clock_now() > timestamptz '2026-03-04 14:00+07' AS passed`;
    await waitFor(async () => (await sla.pool.query<{ passed: boolean }>(isPassed)).rows[0]?.passed, {
      describe: 'the next step',
    });
    expect(await fireAsRead()).toMatchObject({ fired: 1, folded: 0 });
    expect(await fireAsRead()).toMatchObject({ fired: 0 });
    expect(await alerts()).toEqual([['due-soon', 'dossier', 1, 'four-fifths', []]]);
    expect(await fire()).toMatchObject({ fired: 1 });
  });

  it('lets a single alert of one unit through while the herd of another is due', async () => {
    await sla.setClock(monday);
    const herd = Array.from({ length: 40 }, () => new DossierHistory(oneClock).received(monday));
    const single = new DossierHistory({ ...oneClock, responsibleUnit: 'khai-xuan' }).received(monday + 120_000);
    await following.follow([...herd, single].flatMap(({ events }) => events));
    await sla.setClock(at('2026-03-04 11:50'));
    expect(await fire(10)).toMatchObject({ fired: 6 });
    expect((await sla.listEvents()).some(({ subject }) => subject === single.id)).toBe(true);
    for (let left = 35; left > 0; left -= 10) expect(await fire(10)).toMatchObject({ fired: Math.min(10, left) });
    expect(await sla.listEvents()).toHaveLength(41);
  });

  it('says nothing twice and loses nothing where several fire at once and connections die in the middle', async () => {
    await sla.setClock(monday);
    const dossiers = Array.from({ length: 60 }, () => new DossierHistory(oneClock).received(monday));
    await following.follow(dossiers.flatMap(({ events }) => events));
    await sla.setClock(at('2026-03-04 11:50'));
    let killed = 0;
    for (let turn = 0; turn < 40; turn += 1) {
      const firing = Promise.allSettled([fire(4), fire(4), fire(4)]);
      const { rowCount } = await SlaEventFixture.killConnections(sla, turn % 3 === 0);
      killed += rowCount ?? 0;
      await firing;
    }
    expect(killed).toBeGreaterThan(0);
    while ((await fire()).fired > 0);
    const ids = (await sla.listEvents()).map(({ subject }) => subject);
    expect([...ids].sort()).toEqual(dossiers.map(({ id }) => id).sort());
  });
});
