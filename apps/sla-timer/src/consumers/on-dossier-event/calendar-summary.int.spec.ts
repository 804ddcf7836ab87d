import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '@motcua/calendar';
import { at, DossierHistory } from '../../testing/dossier-history.builder.ts';
import { createFollowing } from '../../testing/follow.ts';
import { createReferenceData } from '../../testing/reference-fixture.ts';
import { createSlaDatabase, type SlaDatabase } from '../../testing/sla-database.ts';
import { SlaEventFixture } from '../../testing/sla-event-fixture.ts';
import { insertEvents } from '../../outbox/sla-events.ts';
import { createPgTransactions } from '@motcua/kafka';
import { takeQuietSummaries } from './calendar-summary.ts';

let sla: SlaDatabase;
beforeAll(async () => {
  sla = await createSlaDatabase();
  await sla.setClock(at('2026-03-02 09:00'));
});
afterAll(() => sla.close());

const monday = at('2026-03-02 08:00');
const summaries = async () => (await sla.listEvents()).filter(({ type }) => type === 'vn.motcua.sla.calendar-changed.v1');

describe('a change of the calendar', () => {
  it('is published once a unit, when all its dossiers have been seen, whichever partitions bring them and however often', async () => {
    const { follow } = createFollowing(sla);
    const own = Array.from({ length: 6 }, () => new DossierHistory().received(monday));
    const others = Array.from({ length: 2 }, () => new DossierHistory({ responsibleUnit: 'khai-xuan' }).received(monday));
    await follow([...own, ...others].flatMap(({ events }) => events));
    own.forEach((dossier, index) => dossier.redated(monday + 3_600_000, dossier.due + (index < 4 ? 86_400_000 : -86_400_000), 6));
    others.forEach((dossier) => dossier.redated(monday + 3_600_000, dossier.due + 86_400_000, 2));

    const redatings = [...own, ...others].flatMap(({ events }) => events.slice(-1));
    await Promise.all(redatings.slice(0, 5).map((event, index) => follow([event], index)));
    expect(await summaries()).toEqual([]);
    await Promise.all(redatings.slice(5).map((event, index) => follow([event], index)));
    await follow(redatings);
    const written = await summaries();
    expect(written.map(SlaEventFixture.parse)).toHaveLength(2);
    expect(written.find(({ subject }) => subject === 'dong-xuan')?.data).toEqual({
      unit: 'dong-xuan',
      path: ['phu-tho', 'thanh-ba', 'dong-xuan'],
      calendar: { id: 'vn', version: vietnamCalendar.version },
      timeZone: 'Asia/Ho_Chi_Minh',
      dossiers: 6,
      earlier: 2,
      later: 4,
    });
    expect(written.find(({ subject }) => subject === 'khai-xuan')?.data).toMatchObject({ dossiers: 2, later: 2 });
  });

  it('is published as it is after five quiet minutes where a dossier does not come', async () => {
    await SlaEventFixture.empty(sla);
    const { follow } = createFollowing(sla);
    const dossier = new DossierHistory().received(monday);
    await follow(dossier.redated(monday + 3_600_000, dossier.due + 86_400_000, 3).events);
    const takeQuiet = () =>
      createPgTransactions(sla.pool).run(async (transaction) => {
        await insertEvents(transaction, await takeQuietSummaries(transaction, monday));
      });
    await takeQuiet();
    expect(await summaries()).toEqual([]);
    await sla.pool.query(`UPDATE sla.calendar_summary SET counted_at = counted_at - interval '5 minutes'`);
    await takeQuiet();
    await takeQuiet();
    expect((await summaries()).map(({ data }) => data['dossiers'])).toEqual([1]);
  });

  it('waits for a version of the calendar that is not known yet, and writes nothing meanwhile', async () => {
    await SlaEventFixture.empty(sla);
    const data = createReferenceData();
    const { follow } = createFollowing(sla, data);
    const version = vietnamCalendar.version + 1;
    const dossier = new DossierHistory({ calendar: { id: 'vn', version } }).received(monday);
    await expect(follow(dossier.events)).rejects.toThrow(/calendar vn version \d+ is not known yet/);
    expect((await sla.pool.query('SELECT FROM sla.dossier')).rowCount).toBe(0);
    const document = { ...vietnamCalendar, version } as Parameters<typeof data.handlers.calendars>[1][number]['document'];
    data.handlers.calendars('vn', [{ version: 2, recordedAt: '2026-03-01T00:00:00.000Z', document }]);
    await follow(dossier.events);
    expect((await sla.pool.query('SELECT FROM sla.dossier')).rowCount).toBe(1);
  });
});
