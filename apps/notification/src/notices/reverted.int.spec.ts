import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Notice, NoticePage } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createDossierEvent, createSnapshot, type BuiltEvent } from '../testing/events.builder.ts';
import { runNotification, type RunningNotification } from '../testing/notification-service.ts';
import { shippedRules } from '../testing/shipped-rules.ts';
import { handlers } from '../testing/staff.builder.ts';

let fixture: RunningNotification;
beforeAll(async () => {
  fixture = await runNotification({ rules: shippedRules, staff: handlers });
}, 90_000);
afterAll(() => fixture.close(), 60_000);

const noticesOf = async (dossierId: string): Promise<readonly Notice[]> =>
  (await fixture.call<NoticePage>(fixture.service, `/v1/notices?dossier=${dossierId}`)).body.notices;
const told = async (dossierId: string, event: string): Promise<Notice> =>
  waitFor(async () => (await noticesOf(dossierId)).find((notice) => notice.event === event), {
    describe: `the notice of ${event}`,
  });

async function statesOf(noticeId: string): Promise<readonly string[]> {
  const text = 'SELECT state FROM notification.delivery WHERE notice_id = $1';
  const { rows } = await fixture.data.pool.query<{ state: string }>(text, [noticeId]);
  return rows.map(({ state }) => state);
}

interface Slip {
  readonly id: string;
  readonly returned: BuiltEvent;
  readonly reverted: BuiltEvent;
  /** Something later, by which it is seen that the revert has been read. */
  readonly after: BuiltEvent;
}

function createSlip(): Slip {
  const before = createSnapshot({ dossierVersion: 1 });
  const { dossierId: id, occurredAt, recordedAt } = before;
  const returned = createDossierEvent('returned', { ...before, dossierVersion: 2, status: 10 });
  const change = { event: 'returned', version: 2, eventId: returned.id, occurredAt, recordedAt };
  const reverted = createDossierEvent('reverted', { ...before, dossierVersion: 3 }, change);
  return { id, returned, reverted, after: createDossierEvent('processed', { ...before, dossierVersion: 4, status: 9 }) };
}

describe('of an event taken back', () => {
  it('the applicant who was notified gets a notice that corrects it', async () => {
    const { id, returned, reverted } = createSlip();
    await fixture.publish('dossierEvents', [returned]);
    const notice = await told(id, 'dossier.returned');
    await fixture.data.pool.query(`UPDATE notification.delivery SET state = 'accepted' WHERE notice_id = $1`, [notice.id]);
    await fixture.publish('dossierEvents', [reverted, reverted]);
    expect(await told(id, 'dossier.reverted')).toMatchObject({ recipient: { kind: 'applicant' }, rule: 'applicant.reverted' });
    const { rows } = await fixture.data.pool.query(
      `SELECT data FROM notification.notice WHERE dossier_id = $1 AND event = 'dossier.reverted'`,
      [id],
    );
    expect(rows).toEqual([{ data: expect.objectContaining({ happening: 'returned', happenedAt: expect.any(String) }) }]);
  });

  it('nothing more is sent to an applicant whom no notice has reached', async () => {
    const { id, returned, reverted, after } = createSlip();
    await fixture.publish('dossierEvents', [returned]);
    const notice = await told(id, 'dossier.returned');
    // While it is being tried, nobody knows whether it arrived.
    await waitFor(async () => (await statesOf(notice.id)).every((state) => state === 'failed'), {
      describe: 'the notice to be tried, by a channel that there is not',
    });
    await fixture.publish('dossierEvents', [reverted, after]);
    await told(id, 'dossier.processed');
    expect((await noticesOf(id)).map(({ event }) => event).sort()).toEqual(['dossier.processed', 'dossier.returned']);
  });
});
