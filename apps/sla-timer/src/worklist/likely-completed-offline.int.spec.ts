import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inTransaction } from '@motcua/postgres';
import { at, DossierHistory } from '../testing/dossier-history.builder.ts';
import { createFollowing } from '../testing/follow.ts';
import { createSlaDatabase, type SlaDatabase } from '../testing/sla-database.ts';
import { listLikelyCompletedOffline } from './likely-completed-offline.query.ts';

let sla: SlaDatabase;
beforeAll(async () => {
  sla = await createSlaDatabase();
  await sla.setClock(at('2026-03-05 12:00'));
});
afterAll(() => sla.close());

const monday = at('2026-03-02 08:00');
const received = (officer: string) => new DossierHistory({ ruleSet: 'before-nd-61', officer }).received(monday);

it('names what the trail calls finished and the status does not, and what nobody touched since it became late', async () => {
  const { follow } = createFollowing(sla);
  const reopened = received('nv-2').processed(at('2026-03-04 08:00'));
  reopened.put(
    'corrected',
    at('2026-03-04 09:00'),
    { status: 4, endedAt: null, endedBy: null },
    { reasonCode: 'r', fields: ['processedAt'] },
  );
  const untouched = received('nv-1').transferred(at('2026-03-03 08:00'));
  const touched = received('nv-1').transferred(at('2026-03-05 10:00'));
  const done = received('nv-1').processed(at('2026-03-05 09:00'));
  const redated = received('nv-1').redated(at('2026-03-05 11:00'), at('2026-03-05 08:00'), 1);
  const inTime = received('nv-1').extended(at('2026-03-03 08:00'), at('2026-03-20 08:00'));
  const dossiers = [reopened, untouched, touched, done, redated, inTime];
  await follow(dossiers.flatMap(({ events }) => events));

  const unit = { code: 'thanh-ba', subtree: ['thanh-ba', 'dong-xuan', 'khai-xuan'] };
  const list = (officer: string | undefined, asOf: number) =>
    inTransaction(sla.pool, (transaction) =>
      listLikelyCompletedOffline(transaction, { unit, handlingUnits: undefined, officer, asOf }, { after: undefined, limit: 10 }),
    );
  const all = await list(undefined, at('2026-03-05 12:00'));
  expect(all.dossiers.map(({ dossierId, why }) => [dossierId, why]).toSorted()).toEqual(
    [
      [untouched.id, 'untouched-past-due'],
      [redated.id, 'untouched-past-due'],
      [reopened.id, 'finished-in-file'],
    ].toSorted(),
  );
  expect(all.dossiers.map(({ officer }) => officer)).toEqual(['nv-1', 'nv-1', 'nv-2']);
  expect(await list('nv-2', at('2026-03-05 12:00'))).toMatchObject({ count: 1 });
  // Before they became late there was nothing to say of them.
  expect(await list('nv-1', at('2026-03-05 08:00'))).toMatchObject({ count: 0, dossiers: [] });
});
