import { vietnamCalendar } from '@motcua/calendar';
import type { ReferenceDocuments } from '@motcua/contracts';
import { operationsOf } from '@motcua/http';
import { waitFor } from '@motcua/testing';
import { toReferenceRecord } from '@motcua/contracts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixtureDocuments, publishReference } from './testing/reference-fixture.ts';
import { startIntake, type RunningIntake } from './testing/start-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({ withReference: false });
}, 60_000);
afterAll(() => intake.stop());

interface Readiness {
  readonly reasons: readonly string[];
}
const readiness = async (): Promise<{ status: number; body: Readiness }> => {
  const answer = await operationsOf(intake.app).inject('/health/ready');
  return { status: answer.statusCode, body: answer.json<Readiness>() };
};

describe('the service', () => {
  it('is not ready before the catalogue has published something of each kind, and says so', async () => {
    const waiting = await waitFor(
      async () => {
        const { status, body } = await readiness();
        return status === 503 && body.reasons.some((reason) => reason.includes('has published no units')) ? body : undefined;
      },
      { describe: 'the reasons of an empty catalogue', timeoutMs: 20_000 },
    );
    // The relay may still be starting, and says so too.
    expect(waiting.reasons).toContain(
      'reference: the catalogue has published no units, no procedures, no calendars, no rule-sets, no reasons yet',
    );
  });

  it('becomes ready when they arrive', async () => {
    await publishReference(intake.producer, intake.topics);
    await waitFor(async () => (await readiness()).status === 200, { describe: 'the service to be ready' });
  });

  it('decides nothing while it still reads them: half of them would give a wrong answer', async () => {
    const instance = await intake.startInstance();
    const receipt = { unit: 'dong-xuan', procedure: '1.000689', channel: 'in-person', occurredAt: '2026-11-16T09:00:00+07:00' };
    const receive = { method: 'POST', url: '/v1/dossiers', body: receipt, instance } as const;
    expect(await intake.call(receive)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      body: { code: 'reference.being-read' },
    });
    await waitFor(async () => (await intake.call(receive)).status === 201, { describe: 'the new instance to have read them' });
    await instance.close();
  });

  it('leaves a record that keeps no contract out, and goes on', async () => {
    await intake.producer.send(intake.topics.units, [{ key: 'broken', value: '{"data":{}}' }]);
    const hamlet = { ...fixtureDocuments.units[2], code: 'dai-an' } as ReferenceDocuments['units'];
    await intake.producer.send(intake.topics.units, [toReferenceRecord('units', 'dai-an', [hamlet])]);
    await waitFor(async () => (await intake.call({ url: '/v1/reference/units/dai-an' })).status === 200, {
      describe: 'the new unit',
    });
    expect((await intake.call({ url: '/v1/reference/units/broken' })).status).toBe(404);
  });

  it('counts open dossiers afresh when told so, with the newest version of their calendar', async () => {
    const receipt = { unit: 'dong-xuan', procedure: '1.000689', channel: 'in-person', occurredAt: '2026-11-16T10:00:00+07:00' };
    const opened = (await intake.call({ method: 'POST', url: '/v1/dossiers', body: receipt })).body['dossier'] as unknown as {
      dossierId: string;
    };
    const next = {
      ...vietnamCalendar,
      version: vietnamCalendar.version + 1,
      daysOff: [...vietnamCalendar.daysOff, { date: '2026-11-18', name: 'Nghỉ đột xuất' }],
    } as unknown as ReferenceDocuments['calendars'];
    const first = { ...vietnamCalendar } as unknown as ReferenceDocuments['calendars'];
    await intake.producer.send(intake.topics.calendars, [toReferenceRecord('calendars', 'vn', [first, next])]);
    await waitFor(
      async () =>
        ((await intake.call({ url: '/v1/reference/calendars/vn' })).body['documents'] as unknown as unknown[]).length === 2,
      { describe: 'the new version of the calendar' },
    );
    // The service does so by itself a little later: told or not, it happens once.
    const body = { reasonCode: 'calendar-changed' };
    const redate = { method: 'POST', url: `/v1/dossiers/${opened.dossierId}/redate`, body } as const;
    expect((await intake.call({ ...redate, as: ['head', 'dong-xuan'] })).status).toBe(403);
    expect((await intake.call(redate)).body).toMatchObject({
      dossier: { originalDue: '2026-11-20T03:00:00.000Z', calendar: { id: 'vn', version: next.version }, dossierVersion: 2 },
    });
    expect((await intake.call(redate)).body).toMatchObject({ dossier: { dossierVersion: 2 } });
  });
});
