import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { NotificationRule, RebuildStatus } from '@motcua/contracts';
import { appendToArchive, createArchive, expireRecords, recreateTopic } from '@motcua/kafka/testing';
import { getTestKafkaBrokers, waitFor } from '@motcua/testing';
import { Pool } from 'pg';
import { createAlert, createDossierEvent, createSnapshot, type BuiltEvent } from './testing/events.builder.ts';
import {
  createNotificationFixture,
  type NotificationFixture,
  type NotificationInstance,
} from './testing/notification-service.ts';
import { shippedRules } from './testing/shipped-rules.ts';
import { createMember, handlers } from './testing/staff.builder.ts';

const brokers = getTestKafkaBrokers().split(',');
const schemas = { dossierEvents: 'intake', slaEvents: 'sla' } as const;
/** Entered when much had been told already. */
const laterRules: readonly NotificationRule[] = [
  ...shippedRules
    .filter(({ id }) => id === 'breached.head')
    .map((rule) => ({ ...rule, id: 'later', audience: 'leader' as const })),
];
let fixture: NotificationFixture;
let admin: Pool;
beforeEach(async () => {
  fixture = await createNotificationFixture();
  admin = new Pool({ connectionString: fixture.data.database.url, max: 2 });
  for (const schema of Object.values(schemas)) await createArchive(admin, schema, 'motcua_notification');
}, 60_000);
afterEach(async () => {
  await admin.end();
  await fixture.close();
}, 60_000);

/** As its neighbours do: what is in their event tables is what their relays publish. */
async function record(topic: keyof typeof schemas, events: readonly BuiltEvent[]): Promise<void> {
  await appendToArchive(admin, schemas[topic], events);
  await fixture.publish(topic, events);
}
async function rebuild(instance: NotificationInstance): Promise<RebuildStatus> {
  const ask = async (method: 'GET' | 'POST') =>
    (await fixture.call<RebuildStatus>(instance, '/v1/notification/rebuild', { method })).body;
  await ask('POST');
  return waitFor(
    async () => {
      const status = await ask('GET');
      return status.state !== 'running' && status;
    },
    { describe: 'the rebuild' },
  );
}
/** Who was told of what, by which rule. */
async function listNotices(): Promise<string[]> {
  const { rows } = await admin.query<{ notice: string }>(
    `SELECT event_id || ' ' || rule || ' ' || recipient AS notice FROM notification.notice ORDER BY 1`,
  );
  return rows.map(({ notice }) => notice);
}
const ofEvent = async ({ id }: BuiltEvent): Promise<string[]> =>
  (await listNotices()).filter((notice) => notice.startsWith(id)).map((notice) => notice.slice(id.length + 1));
const untilTold = (event: BuiltEvent): Promise<boolean> =>
  waitFor(async () => (await ofEvent(event)).length > 0, { describe: 'somebody to be told' });
const loseAll = async (lose: typeof expireRecords): Promise<void> => {
  for (const topic of ['dossierEvents', 'slaEvents', 'auditAlarms'] as const) await lose(brokers, fixture.names[topic]);
};

describe('notices after a log that lost records', () => {
  it.each([
    ['seven days late', expireRecords],
    ['of topics that were created anew', recreateTopic],
  ] as const)(
    '%s: a rebuild tells what nobody was told, and nobody a second time',
    async (_what, lose) => {
      const before = await fixture.startInstance();
      await fixture.seed(before, { rules: shippedRules, staff: { ...handlers, loan: createMember('xa-a', 'leader') } });
      const snapshot = createSnapshot();
      const [received, alert] = [createDossierEvent('received', snapshot), createAlert('breached', { officer: 'an' })];
      await record('dossierEvents', [received]);
      await record('slaEvents', [alert]);
      await untilTold(received);
      await untilTold(alert);
      const told = await listNotices();
      await fixture.seed(before, { rules: laterRules });
      await before.close();

      const processed = createDossierEvent('processed', { ...snapshot, dossierVersion: 2, status: 9 });
      const missed = createAlert('breached', { officer: 'an' });
      await record('dossierEvents', [processed]);
      await record('slaEvents', [missed]);
      await loseAll(lose);

      const instance = await fixture.startInstance('refused');
      expect(await rebuild(instance)).toMatchObject({ state: 'done', reason: null, events: 4, unreadable: 0 });
      expect(await ofEvent(processed)).toEqual(['applicant.processed applicant']);
      expect(await ofEvent(missed)).toEqual(['breached.head dung', 'breached.specialist an', 'later loan']);
      expect((await listNotices()).filter((notice) => told.includes(notice))).toEqual(told);
      expect(await listNotices()).toHaveLength(told.length + 4);

      const next = createAlert('breached', { officer: 'an' });
      await record('slaEvents', [next]);
      await untilTold(next);
    },
    90_000,
  );

  it('tells nothing of the past where the service came to an old installation, and knows its dossiers', async () => {
    const snapshot = createSnapshot();
    await fixture.publish('auditAlarms', []);
    const first = await fixture.startInstance();
    await fixture.seed(first, { rules: shippedRules, staff: handlers });
    await first.close();
    await admin.query('DELETE FROM notification.consumer_offset');
    await record('dossierEvents', [createDossierEvent('received', snapshot)]);
    await record('slaEvents', [createAlert('breached', { officer: 'an' })]);
    await loseAll(expireRecords);

    const instance = await fixture.startInstance('refused');
    expect(await rebuild(instance)).toMatchObject({ state: 'done', events: 2 });
    expect(await listNotices()).toEqual([]);
    const { rows } = await admin.query('SELECT dossier_id, version FROM notification.dossier');
    expect(rows).toEqual([{ dossier_id: snapshot.dossierId, version: 1 }]);

    const next = createAlert('breached', { officer: 'an' });
    await record('slaEvents', [next]);
    await untilTold(next);
  }, 90_000);
});
