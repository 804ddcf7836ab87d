import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { topics } from '@motcua/contracts';
import { setDatabaseClock, toTransaction } from '@motcua/postgres';
import { projectDossiers } from '../../consumers/on-dossier-event/project-dossiers.ts';
import { noteImportedBreaches } from '../dossiers/imported-breaches.ts';
import { noteProgress } from '../../consumers/on-dossier-event/log-progress.ts';
import { NotificationPlanner } from '../planning/notification-planner.ts';
import { enterRules } from '../../testing/entities.ts';
import { createSnapshot } from '../../testing/events.builder.ts';
import { createNotificationDatabase, type NotificationDatabase } from '../../testing/notification-database.ts';
import { createDirectory } from '../../testing/reference.builder.ts';
import { shippedRules } from '../../testing/shipped-rules.ts';
import { createMember, enterStaff } from '../../testing/staff.builder.ts';
import { DigestGate } from './digest-gate.ts';
import { sendDigests } from './send-digests.ts';

let data: NotificationDatabase;
const directory = createDirectory();
beforeAll(async () => {
  data = await createNotificationDatabase();
  gate = new DigestGate(data.pool);
  const database = toTransaction(data.pool);
  await enterRules(data.pool, shippedRules);
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
const toDossier = (code: string, overrides: Parameters<typeof createSnapshot>[0]) =>
  createSnapshot({ code, receivedAt: at('2026-11-20T08:00:00'), ...overrides });

let gate: DigestGate;
const sendOnce = () =>
  sendDigests({
    pool: data.pool,
    gate,
    directory,
    planner: new NotificationPlanner({ directory, versionOf: () => 1, burstSize: 10 }),
  });
/** The dossier log says that everything recorded by now has been read. */
const readOn = async () => {
  const recordedUpTo = new Date(Date.now() + 60_000).toISOString();
  for (let partition = 0; partition < topics.dossierEvents.partitions; partition += 1)
    await noteProgress(toTransaction(data.pool), partition, [
      { partition, recordedUpTo, nextWithinSeconds: 10, sessionsEnded: [] },
    ]);
};
const toBreach = (dossierId: string) => ({
  id: `${dossierId}/dossier/1/breach`,
  name: 'sla.breached',
  why: 'dossier/breach',
  dossier: { id: dossierId, code: null, sourceCode: null },
  unit: 'xa-a',
  path: ['tinh', 'huyen', 'xa-a'],
  timeZone: 'Asia/Ho_Chi_Minh',
  clock: 'dossier' as const,
  tell: null,
  urgency: null,
  handlingUnit: 'xa-a',
  officer: 'an',
  procedure: null,
  applicantSkip: 'imported' as const,
  recordedAt: 0,
  variables: {},
  body: null,
});
const send = async () => {
  await readOn();
  await sendOnce();
};
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
    await projectDossiers(toTransaction(data.pool), [
      toDossier('new', { officer: 'binh', currentDue: at('2026-11-25T16:00:00') }),
    ]);
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

  it('waits after an outage until the log has been read, and lists nothing that was finished meanwhile', async () => {
    const database = toTransaction(data.pool);
    const open = toDossier('finished-at-night', { officer: 'an', currentDue: at('2026-11-26T15:00:00') });
    await projectDossiers(database, [open]);
    await setClock('2026-11-27T07:31:00');
    // The log stands where it stood when the service went down; nothing of the night has been read.
    await data.pool.query(`UPDATE notification.log_reading SET recorded_up_to = now() - interval '9 hours'`);
    await sendOnce();
    await sendOnce();
    expect(await readDigests()).toHaveLength(5);
    expect(gate.waiting).toEqual({ units: 2, since: expect.any(String) });
    await projectDossiers(database, [
      { ...open, dossierVersion: open.dossierVersion + 1, endedAt: at('2026-11-26T22:00:00'), endedBy: 'processed' },
    ]);
    await send();
    const [an] = (await readDigests()).slice(5).filter(({ recipient }) => recipient === 'an');
    expect(codesOf(an!)['overdue']).not.toContain('finished-at-night');
    expect(codesOf(an!)['overdue']).toContain('overdue');
    expect(gate.waiting.units).toBe(0);
  });

  it('names what an import left overdue once, of units that still exist, and what became overdue since every day', async () => {
    const database = toTransaction(data.pool);
    const ofImport = { officer: 'an', currentDue: at('2022-03-05T10:00:00') };
    const importSession = 'b3b1c1f0-0000-4000-8000-000000000000';
    const dossier = (code: string, overrides: Parameters<typeof createSnapshot>[0]) => ({
      ...toDossier(code, overrides),
      importSession,
    });
    const [old, loading, gone, later] = [
      dossier('old', ofImport),
      dossier('still-loading', ofImport),
      dossier('of-a-dissolved-unit', { ...ofImport, responsibleUnit: 'xa-cu', responsiblePath: ['tinh', 'xa-cu'] }),
      dossier('overdue-since', { officer: 'an', currentDue: at('2026-11-27T10:00:00') }),
    ];
    await projectDossiers(database, [old, loading, gone, later]);
    const breach = ({ dossierId }: { readonly dossierId: string }, isHistory: boolean) => ({
      ...toBreach(dossierId),
      isHistory,
    });
    await noteImportedBreaches(database, [breach(old, true), breach(gone, true), breach(later, false)]);
    const overdueOn = async (date: string): Promise<readonly string[]> => {
      const before = (await readDigests()).length;
      await setClock(`${date}T07:31:00`);
      await send();
      const [an] = (await readDigests()).slice(before).filter(({ recipient }) => recipient === 'an');
      return codesOf(an!)['overdue']!.filter((code) => [old, loading, gone, later].some((it) => it.code === code));
    };
    expect(await overdueOn('2026-11-30')).toEqual(['old', 'overdue-since']);
    expect(await overdueOn('2026-12-01')).toEqual(['overdue-since']);
    // Somebody has it in hand again: it is a dossier like any other.
    await projectDossiers(database, [{ ...old, dossierVersion: old.dossierVersion + 1, importSession: null }]);
    expect(await overdueOn('2026-12-02')).toEqual(['old', 'overdue-since']);
  });
});
