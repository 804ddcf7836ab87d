import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findEntityDrift } from '@motcua/postgres/testing';
import { schema } from '../config.ts';
import { entities } from '../testing/entities.ts';
import { createNotificationDatabase, type NotificationDatabase } from '../testing/notification-database.ts';

let data: NotificationDatabase;
beforeAll(async () => {
  data = await createNotificationDatabase();
});
afterAll(() => data.close());

it.each(entities)('%p says of its table what the migrations made', async (entity) => {
  expect(await findEntityDrift(data.database.url, schema, [entity])).toEqual([]);
});
