import { describe, expect, it } from '@jest/globals';
import { OverdueCauseCode, slaEventSchemas } from '@motcua/contracts';
import { overdueCauses } from '@motcua/indicators';
import { createSlaEvent, createOverdueCause } from '../../testing/overdue-cause.builder.ts';
import { stepSlaEvent } from './step-sla-event.ts';

const overdueCause = createOverdueCause({ judgement: 3, cause: 'late-click', overdueSince: '2026-03-02T10:00:00.000Z' });
const step = (value: string | null) => stepSlaEvent({ value: value === null ? null : Buffer.from(value) });

describe('stepSlaEvent', () => {
  it('takes from a published overdue cause what is counted', () => {
    expect(slaEventSchemas['overdue-judged'].safeParse(JSON.parse(overdueCause.value)).success).toBe(true);
    expect(step(overdueCause.value)).toEqual({
      kind: 'ok',
      value: {
        dossierId: overdueCause.key,
        judgement: 3,
        overdueCause: { cause: 'late-click', overdueSince: Date.UTC(2026, 2, 2, 10) },
        responsibleUnit: { unit: 'commune', path: ['province', 'district', 'commune'], kind: 'commune' },
        timeZone: 'Asia/Ho_Chi_Minh',
        procedure: '1.001193',
        field: 'ho-tich',
      },
    });
  });

  it('takes one that was taken back', () => {
    expect(step(createOverdueCause({ cause: null }).value)).toMatchObject({ kind: 'ok', value: { overdueCause: null } });
  });

  it('knows every cause that is published', () => {
    expect([...overdueCauses].sort()).toEqual([...OverdueCauseCode.options].sort());
  });

  it('passes over what changes no figure, whatever is in it', () => {
    expect(step(createSlaEvent('calendar-changed', 'commune', 'c', {}).value)).toEqual({ kind: 'skip', reason: 'no verdict' });
    expect(step('{"type":"vn.motcua.sla.not-yet-invented.v1"}')).toMatchObject({ kind: 'skip' });
  });

  it.each([
    ['nothing', null, 'the message has no value'],
    ['no JSON', '{', 'JSON'],
    ['no event', '{"data":{}}', 'type is not a text'],
    ['a cause that is none', overdueCause.value.replace('late-click', 'weather'), 'data.cause is none of real, sync-lag'],
    [
      'a judgement without a number',
      overdueCause.value.replace('"judgement":3', '"judgement":0'),
      'data.judgement is not a number from 1',
    ],
  ])('refuses %s and says so', (_what, value, reason) => {
    const refused = step(value);
    expect([refused.kind, refused.kind === 'dead-letter' && refused.reason]).toEqual([
      'dead-letter',
      expect.stringContaining(reason),
    ]);
  });
});
