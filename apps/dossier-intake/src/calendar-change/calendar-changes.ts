import { parseCalendar, type WorkingCalendar } from '@motcua/calendar';
import type { CalendarChangePreview, CalendarChangeProgress, CalendarDocument } from '@motcua/contracts';
import { ProblemError } from '@motcua/http';
import { toTransaction } from '@motcua/postgres';
import { NOW, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { Pool } from 'pg';
import { ReferenceData } from '../reference/reference-data.ts';
import { findProgress } from './calendar-change.store.ts';
import { Preview } from './preview.ts';
import { scanMoves } from './scan-moves.ts';

/** What people may ask of a change of a calendar: what it would move, and how far it is. */
@Injectable()
export class CalendarChanges {
  /** @param now epoch milliseconds */
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly data: ReferenceData,
    @Inject(NOW) private readonly now: () => number,
  ) {}

  /** @throws ProblemError 422 where the document is no calendar, or not newer than the one that counts */
  async preview(document: CalendarDocument): Promise<CalendarChangePreview> {
    const { pool, data, now } = this;
    const calendar = parse(document);
    requireNewer(calendar, data.findNewestCalendar(calendar.id));
    const preview = new Preview();
    for await (const moves of scanMoves(pool, { data, now: now(), calendar })) for (const move of moves) preview.add(move);
    return preview.toAnswer({ id: calendar.id, version: calendar.version });
  }

  /** @throws ProblemError 404 while it was not noticed */
  async getProgress(calendarId: string, version: number): Promise<CalendarChangeProgress> {
    const progress = await findProgress(toTransaction(this.pool), { calendarId, version });
    if (progress === undefined) throw notNoticed(calendarId, version);
    return progress;
  }
}

function parse(document: CalendarDocument): WorkingCalendar {
  const parsed = parseCalendar(document);
  if (parsed.ok) return parsed.calendar;
  const { code, message } = parsed.error;
  throw new ProblemError({
    status: 422,
    code,
    titles: { vi: 'Lịch làm việc không hợp lệ', en: 'The calendar is not valid' },
    detail: message,
  });
}

/** The catalogue would refuse it just so; a preview of it would promise what cannot come. */
function requireNewer(calendar: WorkingCalendar, newest: WorkingCalendar | undefined): void {
  if (newest === undefined || calendar.version > newest.version) return;
  if (isDeepStrictEqual(calendar.document, newest.document)) return;
  throw new ProblemError({
    status: 422,
    code: 'reference.calendar-not-newer',
    titles: { vi: 'Phiên bản lịch phải tăng', en: 'The version of the calendar must grow' },
    detail: `The calendar has changed: its version must be above ${String(newest.version)}.`,
  });
}

const notNoticed = (id: string, version: number): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'calendar-change.not-here',
    titles: { vi: 'Phiên bản lịch này chưa đến dịch vụ tiếp nhận', en: 'This version has not arrived at dossier-intake' },
    detail: `Version ${String(version)} of calendar "${id}" is not known here: put it into the catalogue, or wait a moment and ask again.`,
  });
