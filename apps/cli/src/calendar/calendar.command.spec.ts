import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '@motcua/calendar';
import type { CalendarChangePreview } from '@motcua/contracts';
import { stripVTControlCharacters } from 'node:util';
import { CliError } from '@motcua/terminal';
import { toPreviewLines } from './print-preview.ts';
import { parseCalendarFile } from './read-calendar-file.ts';

const messageOf = (text: string): string => {
  try {
    parseCalendarFile(text, 'vn.json');
    return 'taken';
  } catch (error) {
    return error instanceof CliError ? error.message : 'no failure of ours';
  }
};

describe('the file of a calendar', () => {
  it('is taken as it stands, with or without a byte order mark', () => {
    const text = JSON.stringify(vietnamCalendar);
    expect(parseCalendarFile(text, 'vn.json')).toEqual(vietnamCalendar);
    expect(parseCalendarFile(`\uFEFF${text}`, 'vn.json')).toEqual(vietnamCalendar);
  });

  it('is refused with a line for each mistake', () => {
    const { id: _id, ...rest } = vietnamCalendar;
    const wrong = { ...rest, version: 0, daysOff: [{ date: '2/1/2026', name: 'Nghỉ hoán đổi' }] };
    const [title, ...mistakes] = messageOf(JSON.stringify(wrong)).split('\n');
    expect(title).toBe('The calendar vn.json is not right:');
    expect(mistakes).toEqual([
      expect.stringMatching(/^ {2}· id: /),
      expect.stringMatching(/^ {2}· version: /),
      expect.stringMatching(/^ {2}· daysOff\.0\.date: /),
    ]);
  });

  it('is refused where only the whole shows the mistake, and where it is no JSON', () => {
    expect(messageOf(JSON.stringify({ ...vietnamCalendar, timeZone: 'Asia/Thanh_Ba' }))).toMatch(/timeZone "Asia\/Thanh_Ba"/);
    expect(messageOf('id: vn')).toMatch(/^The calendar vn\.json is not right:\n {2}· .*JSON/);
  });
});

describe('the preview', () => {
  const calendar = { id: 'vn', version: 8 };
  const lines = (preview: CalendarChangePreview): string[] =>
    toPreviewLines(preview, 'Asia/Ho_Chi_Minh')
      .flatMap((line) => line.split('\n'))
      .map((line) => stripVTControlCharacters(line).trimEnd());

  it('shows the units and where some of their dossiers move, in the wall time of the calendar', () => {
    const preview: CalendarChangePreview = {
      calendar,
      dossiers: 1_204,
      units: [
        { unit: 'dong-xuan', dossiers: 1_200, earlier: 1, later: 1_199 },
        { unit: 'khai-xuan', dossiers: 4, earlier: 0, later: 4 },
      ],
      sample: [
        {
          dossierId: '0198a3f2-6c1e-7d30-9b1a-52f0c5b0a001',
          code: 'H44.05.01-251225-0001',
          unit: 'dong-xuan',
          before: '2026-01-02T03:00:00.000Z',
          after: '2026-01-05T03:00:00.000Z',
        },
      ],
    };
    expect(lines(preview)).toEqual([
      'Calendar vn, version 8 · 1,204 open dossiers move',
      '',
      'UNIT       DOSSIERS  EARLIER  LATER',
      'dong-xuan     1,200        1  1,199',
      'khai-xuan         4        0      4',
      '',
      'DOSSIER                UNIT       PROMISED NOW          WILL BE',
      'H44.05.01-251225-0001  dong-xuan  Fri 2026-01-02 10:00  Mon 2026-01-05 10:00',
      '1 of 1,204',
    ]);
  });

  it('says so where nothing moves', () => {
    expect(lines({ calendar, dossiers: 0, units: [], sample: [] })).toEqual(['Calendar vn, version 8 · no open dossier moves']);
  });
});
