import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DossierComponents, RebuildStatus } from '@motcua/contracts';
import { appendToArchive, createArchive } from '@motcua/kafka/testing';
import { waitFor } from '@motcua/testing';
import { Pool } from 'pg';
import { digitizationRole } from './migrations/migrate-digitization.ts';
import { createDigitizationFixture, type DigitizationFixture } from './testing/digitization-service.ts';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { createPdf } from './testing/sample-files.ts';

const counter = { role: 'counter', unit: 'dong-xuan', sub: 'nv-1' } as const;
const operator = { role: 'admin', sub: 'quan-tri' } as const;
const path = '/v1/digitization/rebuild';
const monday = at('2026-03-02 08:00');
let fixture: DigitizationFixture;
let admin: Pool;
beforeAll(async () => {
  fixture = await createDigitizationFixture();
  admin = new Pool({ connectionString: fixture.adminUrl, max: 2 });
  await createArchive(admin, 'intake', digitizationRole);
}, 90_000);
afterAll(async () => {
  await admin.end();
  await fixture.close();
});

const componentsOf = async ({ id }: DossierHistory) => {
  const { status, body } = await fixture.call(`/v1/dossiers/${id}/components`, counter);
  return status === 200 ? DossierComponents.parse(body).components.map(({ files }) => files.length) : undefined;
};

it('gives dossiers that the log lost their checklists, and keeps every file that there is', async () => {
  const [known, missed] = [new DossierHistory(), new DossierHistory()];
  for (const { id } of [known, missed]) fixture.applicants.set(id, null);
  const events = known.received(monday).events;
  await appendToArchive(admin, 'intake', events);
  await fixture.publish(events);
  await waitFor(() => componentsOf(known), { describe: 'the checklist' });
  await fixture.upload(`/v1/dossiers/${known.id}/components/1/files`, counter, await createPdf({ note: 'tờ khai' }));
  await appendToArchive(admin, 'intake', [
    ...known.processed(monday + 3_600_000).events.slice(-1),
    ...missed.received(monday).events,
  ]);
  // As after a broker that lost the tail of its log.
  await admin.query('UPDATE digitization.consumer_offset SET next_offset = next_offset + 100, epoch = epoch + 1');
  await waitFor(
    async () => {
      const { body } = await fixture.call('/v1/operations/digitization-tracker', operator);
      return JSON.stringify(body).includes('Run \\"motcua rebuild digitization\\"');
    },
    { describe: 'the service to say what is to be done' },
  );

  await fixture.call(path, operator, { method: 'POST' });
  const status = await waitFor(
    async () => {
      const answer = RebuildStatus.parse((await fixture.call(path, operator)).body);
      return answer.state !== 'running' && answer;
    },
    { describe: 'the rebuild' },
  );
  expect(status).toMatchObject({ state: 'done', reason: null, events: 3, dossiers: 2 });
  expect(await componentsOf(known)).toEqual([1, 0, 0]);
  expect(await componentsOf(missed)).toEqual([0, 0, 0]);

  const next = new DossierHistory();
  fixture.applicants.set(next.id, null);
  await fixture.publish(next.received(monday).events);
  await waitFor(() => componentsOf(next), { describe: 'what came afterwards' });
}, 90_000);
