import type { ClockPage, Notice, NoticePage } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import type { GatewayClient } from '@motcua/client';
import { toWatchLines } from './alert-lines.ts';
import { type AlertState, createAlertWatch } from './watch-alerts.ts';

const notice = (id: string, rest: Partial<Notice> = {}): Notice => ({
  id: `0198d2a0-7c11-7000-8000-0000000000${id}`,
  event: 'sla.breached',
  eventId: `breached/${id}`,
  dossierId: '0198d2a0-7c11-7000-8000-000000000001',
  code: 'H44.41-261125-0001',
  sourceCode: null,
  unit: 'xa-thanh-ba',
  template: 'breached',
  urgency: 'high',
  createdAt: '2026-11-25T01:02:00.000Z',
  readAt: null,
  timeZone: 'Asia/Ho_Chi_Minh',
  rule: 'breached-head',
  audience: 'head',
  recipient: { kind: 'staff', id: 'xa-thanh-ba.head' },
  why: 'dossier/breach',
  class: 'mandatory',
  coalescedInto: null,
  deliveries: [],
  ...rest,
});
const page = (count: number): ClockPage => ({ unit: 'phu-tho', asOf: '2026-11-25T01:00:00.000Z', count, clocks: [], next: null });
const print = (state: AlertState): string =>
  toWatchLines(state, Date.parse('2026-11-25T01:03:00Z')).map(stripVTControlCharacters).join('\n');

/** The two answers that a watch reads. */
function createGateway() {
  const answers = { notices: [] as Notice[], away: false };
  const request: GatewayClient['request'] = (path, { query } = {}) => {
    if (answers.away) return Promise.reject(new Error('away'));
    const notices: NoticePage = { notices: answers.notices.slice(0, Number(query?.['limit'])), next: null };
    return Promise.resolve(path === '/v1/notices' ? notices : page(query?.['state'] === 'breached' ? 7 : 2));
  };
  return { answers, client: { request, fetch: () => Promise.reject(new Error('not asked')) } };
}

describe('a watch', () => {
  it('shows the notices of staff, newest first, and not those of applicants', async () => {
    const { client, answers } = createGateway();
    answers.notices = [notice('0b'), notice('0c', { recipient: { kind: 'applicant', id: 'applicant' } }), notice('0a')];
    const watch = createAlertWatch(client, 'phu-tho', 5);
    const stop = new AbortController();
    const running = watch.run(stop.signal);
    await waitFor(() => watch.state().alerts.length > 0, { describe: 'the first alerts' });
    stop.abort();
    await running;

    expect(watch.state().alerts.map(({ id }) => id.slice(-2))).toEqual(['0b', '0a']);
    expect(print(watch.state())).toContain('7 quá hạn · 2 sắp đến hạn · 2 đang chạy · 2 tạm dừng');
    expect(print(watch.state())).toContain('2026-11-25 08:02  quá hạn  H44.41-261125-0001 dossier/breach → xa-thanh-ba.head');
  });

  it('looks for staff behind a page of nothing but news for applicants', async () => {
    const { client, answers } = createGateway();
    const toApplicant = notice('0c', { recipient: { kind: 'applicant', id: 'applicant' } });
    answers.notices = [...Array.from({ length: 120 }, () => toApplicant), notice('0a')];
    const watch = createAlertWatch(client, 'phu-tho', 5);
    const stop = new AbortController();
    const running = watch.run(stop.signal);
    await waitFor(() => watch.state().alerts.length > 0, { describe: 'the alert behind them' });
    stop.abort();
    await running;

    expect(watch.state().alerts.map(({ id }) => id.slice(-2))).toEqual(['0a']);
  });

  it('keeps showing what was while nobody answers, and says so', async () => {
    const { client, answers } = createGateway();
    answers.away = true;
    const watch = createAlertWatch(client, 'phu-tho', 5);
    const stop = new AbortController();
    const running = watch.run(stop.signal);
    await waitFor(() => !watch.state().connected, { describe: 'the silence to be noticed' });
    stop.abort();
    await running;

    expect(print(watch.state())).toContain('reconnecting');
  });
});
