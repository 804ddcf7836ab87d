import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RebuildStatus } from '@motcua/contracts';
import { appendToArchive, expireRecords, recreateTopic } from '@motcua/kafka/testing';
import { getTestKafkaBrokers, waitFor } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { createProgressRecord } from './testing/progress-record.builder.ts';
import { createSlaFixture, type SlaFixture, type SlaInstance } from './testing/sla-service.ts';

const brokers = getTestKafkaBrokers().split(',');
const monday = at('2026-03-02 08:00');
const overdue = at('2026-03-05 09:00');
let fixture: SlaFixture;
beforeEach(async () => {
  fixture = await createSlaFixture();
}, 60_000);
afterEach(() => fixture.close());

/** As dossier-intake does: what is in the event table is what its relay publishes. */
async function record(...histories: DossierHistory[]): Promise<void> {
  const events = histories.flatMap((history) => history.events.splice(0));
  await appendToArchive(fixture.admin, 'intake', events);
  await fixture.publish(events);
}
const open = (when = monday) => new DossierHistory({ ruleSet: 'before-nd-61' }).received(when);

async function ask({ url }: SlaInstance, method: 'GET' | 'POST' = 'GET'): Promise<RebuildStatus> {
  const headers = await fixture.issuer.bearer({ role: 'admin' });
  return RebuildStatus.parse(await (await fetch(`${url}/v1/sla/rebuild`, { method, headers })).json());
}
async function rebuild(instance: SlaInstance): Promise<RebuildStatus> {
  await ask(instance, 'POST');
  return waitFor(
    async () => {
      const status = await ask(instance);
      return status.state !== 'running' && status;
    },
    { describe: 'the rebuild' },
  );
}
const saidOf = async ({ id }: DossierHistory) =>
  (await fixture.sla.listEvents()).filter(({ subject }) => subject === id).map(({ type }) => type.split('.')[3]);
const clocksOf = async ({ id }: DossierHistory) =>
  (
    await fixture.admin.query<{ state: string; import_session: string | null }>(
      'SELECT state, import_session FROM sla.clock WHERE dossier_id = $1',
      [id],
    )
  ).rows;

describe('clocks after a log that lost records', () => {
  it.each([
    ['seven days late', true, expireRecords],
    ['of a topic that was created anew', true, recreateTopic],
    ['of a service that came to an old installation', false, expireRecords],
  ] as const)(
    '%s are made whole by a rebuild, and nobody is warned twice',
    async (_what, wasThere, lose) => {
      const [warned, finished, still, loaded] = [open(), open(), open(), new DossierHistory({ ruleSet: 'before-nd-61' })];
      await fixture.sla.setClock(overdue);
      if (wasThere) {
        const before = await fixture.startInstance();
        await record(warned);
        await waitFor(async () => (await saidOf(warned)).length === 2, { describe: 'breach and cause', timeoutMs: 20_000 });
        await before.close();
      }

      const session = randomUUID();
      await record(warned.processed(overdue), finished.processed(monday + 3_600_000), still);
      await record(loaded.received(monday, { imported: true, importSession: session }));
      await appendToArchive(fixture.admin, 'intake', [
        { ...createProgressRecord({ partition: 0, recordedUpTo: null, sessions: [session] }), key: null },
      ]);
      await lose(brokers, fixture.topics.dossierEvents);

      const instance = await fixture.startInstance();
      expect(instance.status()).toMatchObject({ state: 'refused', reason: expect.stringContaining('Run "motcua rebuild sla"') });
      expect(await rebuild(instance)).toMatchObject({
        state: 'done',
        reason: null,
        events: 7,
        dossiers: 4,
        total: 7,
        unreadable: 0,
      });

      const next = open(overdue);
      await record(next);
      await waitFor(async () => (await clocksOf(next)).length > 0, { describe: 'what came afterwards', timeoutMs: 20_000 });
      // open and overdue: warned as soon as the log says that it has been read
      await waitFor(async () => (await saidOf(still)).length === 2, { describe: 'the missed warning', timeoutMs: 20_000 });
      expect(await saidOf(still)).toEqual(['breached', 'overdue-judged']);
      expect(await saidOf(warned)).toEqual(wasThere ? ['breached', 'overdue-judged', 'recovered'] : ['overdue-judged']);
      expect(await saidOf(finished)).toEqual([]);
      expect(await clocksOf(finished)).toMatchObject([{ state: 'closed' }]);
      // the end of its session is in the event table too
      await waitFor(async () => (await clocksOf(loaded)).every(({ import_session: held }) => held === null), {
        describe: 'the imported clock to be let go',
      });
      expect(instance.status()).toMatchObject({ state: 'running' });
    },
    90_000,
  );
});
