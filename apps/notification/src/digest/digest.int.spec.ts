import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setDatabaseClock } from '@motcua/postgres';
import { onPool } from '../database/on-pool.ts';
import { projectDossiers } from '../dossiers/project-dossiers.ts';
import { Teller } from '../notices/teller.ts';
import { putRule } from '../rules/rule.store.ts';
import { createSnapshot } from '../testing/events.builder.ts';
import { createNotificationDatabase, type NotificationDatabase } from '../testing/notification-database.ts';
import { createDirectory } from '../testing/reference.builder.ts';
import { shippedRules } from '../testing/shipped-rules.ts';
import { createMember, enterStaff } from '../testing/staff.builder.ts';
import { sendDigests } from './send-digests.ts';

let data: NotificationDatabase;
const directory = createDirectory();
beforeAll(async () => {
  data = await createNotificationDatabase();
  const database = onPool(data.pool);
  for (const rule of shippedRules) await putRule(database, rule);
  const preferences = { mute: [], channels: [], digest: false };
  await enterStaff(data, directory, 'an', createMember('xa-a', 'specialist'));
  await enterStaff(data, directory, 'binh', createMember('xa-a', 'specialist', { language: 'en' }));
  await enterStaff(data, directory, 'chi', createMember('xa-a', 'specialist', { preferences }));
  await enterStaff(data, directory, 'dung', createMember('xa-b', 'head'));
  await projectDossiers(database, [
    toDossier('overdue', { officer: 'an', currentDue: at('2026-11-23T10:00:00') }),
    toDossier('today', { officer: 'an', currentDue: at('2026-11-25T16:00:00') }),
    toDossier('tomorrow', { officer: 'an', currentDue: at('2026-11-26T16:00:00') }),
    toDossier('next-week', { officer: 'an', currentDue: at('2026-12-02T16:00:00') }),
    toDossier('waits', { officer: 'an', currentDue: null, pauses: [pause] }),
    toDossier('ended', {
      officer: 'an',
      currentDue: at('2026-11-23T10:00:00'),
      endedAt: at('2026-11-23T09:00:00'),
      endedBy: 'processed',
    }),
    toDossier('of-chi', { officer: 'chi', currentDue: at('2026-11-25T16:00:00') }),
    toDossier('of-nobody', { ...ofUnit('xa-b'), officer: 'gone', currentDue: at('2026-11-25T16:00:00') }),
  ]);
}, 60_000);
afterAll(() => data.close());

const at = (local: string): string => new Date(`${local}+07:00`).toISOString();
const pause = { reason: 'supplement', rule: 'subtract', from: at('2026-11-23T09:00:00'), to: null } as const;
const ofUnit = (unit: string) => ({ responsibleUnit: unit, responsiblePath: ['tinh', 'huyen', unit], handlingUnit: unit });
const toDossier = (code: string, said: Parameters<typeof createSnapshot>[0]) =>
  createSnapshot({ code, receivedAt: at('2026-11-20T08:00:00'), ...said });

const send = () =>
  sendDigests({
    pool: data.pool,
    directory,
    teller: new Teller({ directory, versionOf: () => 1, stormSize: 10 }),
  });
const setClock = (local: string) => setDatabaseClock(data.database.url, 'notification', { at: new Date(at(local)), speed: 0 });

interface Row {
  readonly recipient: string;
  readonly data: Record<string, { code: string }[]>;
  readonly path: string[];
}
const readDigests = async (): Promise<readonly Row[]> =>
  (
    await data.pool.query<Row>(
      `SELECT recipient, data, path FROM notification.notice WHERE event = 'notification.digest' ORDER BY position`,
    )
  ).rows;
const codesOf = ({ data: lists }: Row) =>
  Object.fromEntries(
    ['overdue', 'dueToday', 'dueTomorrow', 'waiting'].map((list) => [list, lists[list]?.map(({ code }) => code)]),
  );

describe('the daily digest', () => {
  it('is not sent before the unit opens', async () => {
    await setClock('2026-11-25T07:29:59');
    await send();
    expect(await readDigests()).toEqual([]);
  });

  it('is sent at the opening, one an officer, and not to who has nothing to do or does not want it', async () => {
    await setClock('2026-11-25T07:30:00');
    await send();
    const digests = await readDigests();
    expect(digests.map(({ recipient }) => recipient)).toEqual(['an', 'dung']);
    expect(codesOf(digests[0]!)).toEqual({
      overdue: ['overdue'],
      dueToday: ['today'],
      dueTomorrow: ['tomorrow'],
      waiting: ['waits'],
    });
    expect(digests[0]!.path).toEqual(['tinh', 'huyen', 'xa-a']);
    // Whose officer is not in the directory falls to the head.
    expect(codesOf(digests[1]!)).toMatchObject({ dueToday: ['of-nobody'] });
  });

  it('is sent once a day, across restarts and instances, also where it was empty', async () => {
    await setClock('2026-11-25T10:00:00');
    await projectDossiers(onPool(data.pool), [toDossier('new', { officer: 'binh', currentDue: at('2026-11-25T16:00:00') })]);
    await Promise.all([send(), send(), send()]);
    expect(await readDigests()).toHaveLength(2);
  });

  it('comes again on the next working day, from several instances once', async () => {
    await setClock('2026-11-26T07:31:00');
    await Promise.all([send(), send(), send()]);
    const digests = await readDigests();
    expect(
      digests
        .slice(2)
        .map(({ recipient }) => recipient)
        .sort(),
    ).toEqual(['an', 'binh', 'dung']);
    const { rows } = await data.pool.query(
      `SELECT staff FROM notification.digest WHERE date = '2026-11-26' AND notice_id IS NOT NULL`,
    );
    expect(rows).toHaveLength(3);
  });
});
