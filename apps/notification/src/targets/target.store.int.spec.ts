import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEntities } from '../testing/entities.ts';
import { createNotificationDatabase, type NotificationDatabase } from '../testing/notification-database.ts';
import { TargetEntity } from './target.entity.ts';
import { saveTargetState, TargetStore } from './target.store.ts';
import { toTarget } from './to-target.ts';

const body = { target: 0.95, validFrom: '2026-01-01', validTo: null };
const missed = { unit: 'xa-a', state: 'missed', value: 0.9, period: '2026-11', episode: 1 } as const;

let data: NotificationDatabase;
let store: TargetStore;
/** A target that is missed this month. */
let miss: (indicator: string) => Promise<void>;
beforeAll(async () => {
  data = await createNotificationDatabase();
  const source = await openEntities(data.pool);
  store = new TargetStore(source.getRepository(TargetEntity));
  miss = async (indicator) => {
    await store.put('xa-a', indicator, body);
    await saveTargetState(source.manager, { ...missed, indicator });
  };
});
afterAll(() => data.close());

describe('a target', () => {
  it('is not known to be met or missed when it is set', async () => {
    const set = await store.put('xa-b', 'on-time.766', { ...body, validTo: '2026-12-31' });
    const unread = { state: 'unknown', value: null, period: null, checkedAt: null };
    expect(toTarget(set)).toEqual({ unit: 'xa-b', indicator: 'on-time.766', ...body, validTo: '2026-12-31', ...unread });
  });

  it('stands as it stood where it is set again to the same share, as the column rounds it', async () => {
    await miss('same');
    expect(await store.put('xa-a', 'same', { ...body, target: 0.950_000_1, validFrom: '2026-02-01' })).toMatchObject({
      target: 0.95,
      validFrom: '2026-02-01',
      state: 'missed',
      episode: 1,
    });
  });

  it('is another question where it is set to another share', async () => {
    await miss('other');
    expect(await store.put('xa-a', 'other', { ...body, target: 0.9 })).toMatchObject({
      state: 'unknown',
      target: 0.9,
      episode: 1,
    });
  });

  it('is set once by two who set it at once', async () => {
    await Promise.all([0.8, 0.8, 0.8].map((target) => store.put('xa-c', 'on-time.766', { ...body, target })));
    expect((await store.list()).filter(({ unit }) => unit === 'xa-c')).toHaveLength(1);
  });
});
