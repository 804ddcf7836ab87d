import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createDueCommand } from './due.command.ts';

/** Runs the command as the terminal would and gives back what it printed, without colours. */
async function run(...args: readonly string[]): Promise<string> {
  const printed: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  await createDueCommand()
    .exitOverride()
    .parseAsync([...args], { from: 'user' });
  return printed.join('').replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '');
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('motcua due', () => {
  it('explains a due moment as a table', async () => {
    const text = await run('--received', '2026-08-28T16:50', '--limit', '1wd', '--pause', '2026-08-28T16:55/2026-09-03T08:00');
    expect(text).toBe(`Due · hẹn trả  Thứ Sáu (Fri) 2026-09-04 07:55 +07:00
1 working day · 1 ngày làm việc, received 2026-08-28 16:50 +07:00; calendar vn version 1, Asia/Ho_Chi_Minh
Moments without an offset are read as local time in Asia/Ho_Chi_Minh.

  Fri 2026-08-28 16:50  ▶   received · tiếp nhận
  Fri 2026-08-28        –   the day the clock starts is not counted
  Sat 2026-08-29        –   weekly rest day · ngày nghỉ hằng tuần
  Sun 2026-08-30        –   weekly rest day · ngày nghỉ hằng tuần
  Mon 2026-08-31        –   day off · nghỉ: Nghỉ hoán đổi, làm bù ngày 22/08/2026
  Tue 2026-09-01        –   day off · nghỉ: Quốc khánh (ngày liền kề)
  Wed 2026-09-02        –   day off · nghỉ: Quốc khánh
  Thu 2026-09-03        +1  working day
  Fri 2026-08-28 16:55  ⏸   a pause until Thu 2026-09-03 08:00 · tạm dừng, rule subtract
                            credit: 35 min of working time; due Thu 2026-09-03 16:50 → Fri 2026-09-04 07:55
  Thu 2026-09-03        +   working day, 10 min of the pause’s credit
  Fri 2026-09-04        +   working day, 25 min of the pause’s credit
  Fri 2026-09-04 07:55  ■   due · hẹn trả
`);
  });

  it('prints JSON', async () => {
    const answer: unknown = JSON.parse(await run('--received', '2026-03-02T10:00Z', '--limit', '4wh', '--json'));
    expect(answer).toMatchObject({
      dueAt: '2026-03-03T04:30:00.000Z',
      beforeOpenPause: null,
      calendar: { id: 'vn', timeZone: 'Asia/Ho_Chi_Minh' },
      ledger: expect.arrayContaining([{ kind: 'due', at: '2026-03-03T04:30:00.000Z' }]),
    });
  });

  it('says so while a pause is open', async () => {
    const text = await run('--received', '2026-03-02T10:00', '--limit', '4wh', '--pause', '2026-03-02T11:00/');
    expect(text).toContain('none while a pause is open · đang tạm dừng (it was 2026-03-02 16:00 +07:00 before that)');
  });

  it.each([
    [['--limit', '2wd'], 'due.incomplete', 2],
    [['--received', 'now', '--limit', '2wd'], 'calendar.received-invalid', 2],
    [['--received', '2026-03-02', '--limit', 'soon'], 'due.limit-unreadable', 2],
    [['--received', '2026-03-02', '--limit', '0wh'], 'calendar.limit-invalid', 1],
    [['--received', '2026-03-02', '--limit', '2wd', '--pause', '2026-03-03'], 'due.pause-unreadable', 2],
    [['--calendar', 'nowhere', '--received', '2026-03-02', '--limit', '2wd'], 'calendar.unknown', 1],
  ])('refuses %j with a code and what helps', async (args, code, exitCode) => {
    await expect(run(...args)).rejects.toMatchObject({ code, exitCode, hint: expect.any(String) });
  });
});
