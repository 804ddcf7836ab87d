import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClockPage, DossierClocks, OverdueCauseRecord, LikelyCompletedOfflinePage } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { createSlaFixture, type SlaFixture, type SlaInstance } from './testing/sla-service.ts';

let fixture: SlaFixture;
let first: SlaInstance;
const monday = at('2026-03-02 08:00');

type Claims = Parameters<SlaFixture['issuer']['bearer']>[0];
async function call(
  path: string,
  as: Claims,
  more: RequestInit = {},
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const headers = { 'content-type': 'application/json', ...(await fixture.issuer.bearer(as)), ...(more.headers as object) };
  const answer = await fetch(`${first.url}${path}`, { ...more, headers });
  return { status: answer.status, body: await answer.json(), headers: answer.headers };
}
const admin: Claims = { role: 'admin' };
const published = async (subject: string) =>
  (await fixture.readPublished())
    .filter((event) => event.subject === subject)
    .map(({ type, data }) => `${type.split('.')[3] ?? ''} ${String(data['clock'] ?? data['cause'])}`);

beforeAll(async () => {
  fixture = await createSlaFixture();
  await fixture.sla.setClock(monday + 180_000);
  first = await fixture.startInstance();
}, 60_000);
afterAll(() => fixture.close());

describe('the service', () => {
  const walked = new DossierHistory({ ruleSet: 'before-nd-61' }).received(monday);
  const late = new DossierHistory({ ruleSet: 'before-nd-61', responsibleUnit: 'khai-xuan', officer: 'nv-2' }).received(monday);

  it('warns before a dossier is late, says that it is, and why, and that it is over, in this order on the topic', async () => {
    await fixture.publish([...walked.events, ...late.events]);
    await waitFor(async () => (await page('phu-tho', '')).count === 2, {
      describe: 'both clocks to be scheduled',
      timeoutMs: 20_000,
    });
    expect(await page('phu-tho', '&state=running')).toMatchObject({ count: 2 });

    await fixture.sla.setClock(at('2026-03-04 11:00'));
    await waitFor(async () => (await published(walked.id)).length === 1, { describe: 'the warning', timeoutMs: 20_000 });
    expect(await page('phu-tho', '&state=due-soon')).toMatchObject({ count: 2 });
    expect((await page('dong-xuan', '')).clocks).toEqual([
      expect.objectContaining({
        state: 'due-soon',
        lastEscalation: 'four-fifths',
        nextEscalation: 'four-hours-before',
        remainingMinutes: 270,
      }),
    ]);

    await fixture.sla.setClock(at('2026-03-05 09:00'));
    await waitFor(async () => (await published(walked.id)).length === 3, {
      describe: 'breach and overdue cause',
      timeoutMs: 20_000,
    });
    await fixture.publish(walked.processed(at('2026-03-05 09:00')).events.slice(-1));
    await waitFor(async () => (await published(walked.id)).length === 4, {
      describe: 'the end of the breach',
      timeoutMs: 20_000,
    });
    expect(await published(walked.id)).toEqual([
      'due-soon dossier',
      'breached dossier',
      'overdue-judged real',
      'recovered dossier',
    ]);
  }, 60_000);

  it('answers the state of a clock as it was at any moment before, and what became of it since', async () => {
    expect(await page('dong-xuan', '&state=breached')).toMatchObject({ count: 0 });
    expect(await page('dong-xuan', `&state=breached&asOf=${encodeURIComponent('2026-03-05T08:30:00+07:00')}`)).toMatchObject({
      count: 1,
    });
    expect(await page('dong-xuan', '&state=closed')).toMatchObject({ count: 1, clocks: [{ breached: true }] });
    const { body } = await call(`/v1/dossiers/${walked.id}/clocks`, admin);
    const [clock] = DossierClocks.parse(body).clocks;
    expect(clock?.history.map(({ what, escalation, because }) => [what, escalation ?? because])).toEqual([
      ['scheduled', 'received'],
      ['alerted', 'four-fifths'],
      ['alerted', 'breach'],
      ['recovered', 'processed'],
      ['closed', 'processed'],
    ]);
  });

  it('lists what is probably done and not clicked, by officer', async () => {
    const { body } = await call('/v1/likely-completed-offline?unit=thanh-ba', admin);
    expect(LikelyCompletedOfflinePage.parse(body)).toMatchObject({
      count: 1,
      dossiers: [{ dossierId: late.id, why: 'untouched-past-due', officer: 'nv-2' }],
    });
    expect((await call('/v1/likely-completed-offline?unit=thanh-ba&officer=nv-1', admin)).body).toMatchObject({ count: 0 });
  });

  it('lets the head correct a cause once a key, which no rule replaces, also where the due moment is moved', async () => {
    const path = `/v1/dossiers/${late.id}/overdue-cause`;
    const reason = { cause: 'waiting-citizen', reasonCode: 'citizen-away', reasonText: 'Bà Hoa đi vắng, gọi 0912345678' };
    const body = JSON.stringify(reason);
    const put = (as: Claims) => call(path, as, { method: 'PUT', body, headers: { 'idempotency-key': 'k-1' } });
    expect(await put({ role: 'specialist', unit: 'khai-xuan' })).toMatchObject({ status: 403 });
    expect(await put({ role: 'head', unit: 'dong-xuan' })).toMatchObject({ status: 403 });
    const head: Claims = { role: 'head', unit: 'khai-xuan', sub: 'tp-1' };
    const refused = await call(path, head, {
      method: 'PUT',
      body: JSON.stringify({ ...reason, reasonCode: 'Bà Hoa 0912345678' }),
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'command.reason-unknown' } });
    expect(JSON.stringify(refused.body)).not.toMatch(/Hoa|0912345678/);
    const corrected = await put(head);
    expect(OverdueCauseRecord.parse(corrected.body)).toMatchObject({
      judgement: 2,
      cause: 'waiting-citizen',
      judgedBy: 'tp-1',
      rule: 'head',
    });
    const again = await put(head);
    expect([again.body, again.headers.get('idempotency-replayed')]).toEqual([corrected.body, 'true']);
    const isSaid = { judgement: 2, reasonCode: 'citizen-away', reasonText: reason.reasonText };
    expect((await call(path, head)).body).toMatchObject(isSaid);
    expect((await call(path, { role: 'leader', unit: 'khai-xuan' })).body).not.toHaveProperty('reasonText');
    for (const table of ['verdict', 'verdict_reason', 'event', 'idempotency_key']) {
      const { rows } = await fixture.sla.pool.query<{ all: string }>(
        `SELECT string_agg(row::text, chr(10)) AS all FROM sla.${table} row`,
      );
      expect([table, /Hoa|0912345678/.test(rows[0]?.all ?? '')]).toEqual([table, false]);
    }

    await fixture.publish(late.transferred(at('2026-03-05 09:10')).events.slice(-1));
    await waitFor(async () => (await clockOf(late.id))?.handlingUnit === 'phong-tu-phap', {
      describe: 'the transfer',
      timeoutMs: 20_000,
    });
    expect((await call(path, head)).body).toMatchObject({ judgement: 2, judgedBy: 'tp-1' });
    expect((await call('/v1/overdue-causes?unit=phu-tho', admin)).body).toMatchObject({
      count: 2,
      byCause: { real: 1, 'waiting-citizen': 1 },
    });
    await fixture.publish(late.extended(at('2026-03-05 09:20'), at('2026-03-12 08:00')).events.slice(-1));
    await waitFor(async () => (await clockOf(late.id))?.due === new Date(at('2026-03-12 08:00')).toISOString(), {
      describe: 'the later due moment',
      timeoutMs: 20_000,
    });
    expect((await call(path, head)).body).toMatchObject({ judgement: 2, cause: 'waiting-citizen', judgedBy: 'tp-1' });
  }, 60_000);

  it('shows lists and single dossiers to those above who answers or handles, and to nobody else', async () => {
    const units = ['phu-tho', 'thanh-ba', 'dong-xuan', 'khai-xuan', 'phong-tu-phap'];
    const under: Record<string, string[]> = {
      'phu-tho': units,
      'thanh-ba': units.slice(1),
      ...Object.fromEntries(units.slice(2).map((unit) => [unit, [unit]])),
    };
    for (const own of units) {
      for (const role of ['counter', 'specialist', 'head', 'leader'] as const) {
        const as: Claims = { role, unit: own };
        for (const unit of units) {
          const wanted = under[own]?.includes(unit) === true ? 200 : 403;
          const lists = ['clocks?unit=', 'clocks?handling=', 'likely-completed-offline?unit=', 'overdue-causes?unit='];
          for (const list of lists)
            expect([own, list, unit, (await call(`/v1/${list}${unit}`, as)).status]).toEqual([own, list, unit, wanted]);
        }
        for (const { id, unit, handling } of [
          { id: walked.id, unit: 'dong-xuan', handling: 'dong-xuan' },
          { id: late.id, unit: 'khai-xuan', handling: 'phong-tu-phap' },
        ]) {
          const mine = under[own] ?? [];
          const wanted = mine.includes(unit) || mine.includes(handling) ? 200 : 403;
          for (const read of ['clocks', 'overdue-cause']) {
            expect([own, read, (await call(`/v1/dossiers/${id}/${read}`, as)).status]).toEqual([own, read, wanted]);
          }
        }
      }
    }
    expect((await call('/v1/clocks?unit=nowhere', admin)).status).toBe(404);
    expect((await call('/v1/sla/dlq', { role: 'head', unit: 'phu-tho' })).status).toBe(403);
    expect((await call('/v1/sla/dlq', admin)).status).toBe(200);
    expect((await page('phong-tu-phap', '', 'handling')).clocks.map(({ dossierId }) => dossierId)).toEqual([late.id]);
  }, 60_000);

  it('is ready, tells its figures, and pages through the worklist without a gap', async () => {
    const many = Array.from({ length: 25 }, (_, index) => new DossierHistory().received(at('2026-03-05 08:00') + index * 60_000));
    await fixture.publish(many.flatMap(({ events }) => events));
    await waitFor(async () => (await page('dong-xuan', '&clock=dossier&state=running')).count === 25, {
      describe: 'all to be scheduled',
      timeoutMs: 20_000,
    });
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { clocks, next } = await page('dong-xuan', `&clock=dossier&limit=7${cursor}`);
      seen.push(...clocks.map(({ dossierId }) => dossierId));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(seen).toEqual(many.map(({ id }) => id));
    const ready = await fetch(`${first.url}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ready' }]);
    const metrics = (await first.operations.inject('/metrics')).body;
    for (const name of [
      'fire_lag_seconds_count',
      'pending_clocks',
      'claimed_clocks_total',
      'oldest_unclaimed_seconds',
      'coalesced_escalations_total',
    ]) {
      expect(metrics).toMatch(new RegExp(`motcua_sla_${name}[ {]`));
    }
  }, 60_000);
});

async function page(unit: string, more: string, by = 'unit'): Promise<ClockPage> {
  const { body } = await call(`/v1/clocks?${by}=${unit}${more}`, admin);
  return ClockPage.parse(body);
}

async function clockOf(id: string): Promise<ClockPage['clocks'][number] | undefined> {
  return DossierClocks.parse((await call(`/v1/dossiers/${id}/clocks`, admin)).body).clocks.find(
    ({ clock }) => clock === 'dossier',
  );
}
