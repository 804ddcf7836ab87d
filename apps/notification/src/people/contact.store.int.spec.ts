import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEntities } from '../testing/entities.ts';
import { createNotificationDatabase, type NotificationDatabase } from '../testing/notification-database.ts';
import { ContactStore } from './contact.store.ts';
import { StaffEntity } from './staff.entity.ts';

const contact = { name: 'Trần Văn An', mail: 'an@xa-a.example', phone: null, zalo: null, language: 'en' } as const;
const preferences = { mute: ['due-soon'], channels: ['mail' as const], digest: false };

let data: NotificationDatabase;
let store: ContactStore;
beforeAll(async () => {
  data = await createNotificationDatabase();
  store = new ContactStore((await openEntities(data.pool)).getRepository(StaffEntity));
});
afterAll(() => data.close());

describe('how somebody is reached', () => {
  it('is entered without wishes: nothing muted, any channel, a digest', async () => {
    const entered = await store.put('an', contact);
    expect(entered).toMatchObject({ id: 'an', ...contact, mute: [], channels: [], digest: true, active: true, unit: null });
  });

  it('is changed without touching what they wish, nor the place that was entered once', async () => {
    await store.put('binh', { ...contact, preferences });
    await data.pool.query("UPDATE notification.staff SET unit = 'xa-a', role = 'head' WHERE id = 'binh'");
    const changed = await store.put('binh', { ...contact, mail: null });
    expect(changed).toMatchObject({ mail: null, ...preferences, unit: 'xa-a', role: 'head' });
  });

  it('stays, language too, where they change what they wish', async () => {
    await store.put('chi', contact);
    expect(await store.prefer('chi', preferences)).toMatchObject({ ...contact, ...preferences });
  });

  it('may be unknown of somebody who wishes something', async () => {
    await store.prefer('dung', preferences);
    expect(await store.find('dung')).toMatchObject({ name: null, mail: null, language: 'vi', ...preferences });
    expect(await store.find('nobody')).toBeNull();
  });
});
