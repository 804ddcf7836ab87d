import type { Period } from '../vocabulary.ts';

/** Which report an address leads to. */
export interface ReportAddress {
  readonly unit: string;
  readonly period: Period;
  /** ISO 8601, to the millisecond: whoever follows the address meets the same numbers. */
  readonly asOf: string;
}

/** As short as what it says: a QR code of it is read from paper. The page behind it asks for a sign-in, and nothing of the report is in it. */
export function toReportLink(origin: string | undefined, { unit, period, asOf }: ReportAddress): string | undefined {
  if (origin === undefined) return undefined;
  const days = [period.from, period.to].map((day) => day.replaceAll('-', '')).join('-');
  return `${origin.replace(/\/+$/, '')}/r/${encodeURIComponent(unit)}/${days}-${Date.parse(asOf).toString(36)}`;
}

const pattern = /^(\d{4})(\d{2})(\d{2})-(\d{4})(\d{2})(\d{2})-([0-9a-z]{1,9})$/;

/** What the last part of such an address says; undefined for what is none. */
export function parseReportLink(part: string): Omit<ReportAddress, 'unit'> | undefined {
  const [, y1, m1, d1, y2, m2, d2, at = ''] = pattern.exec(part) ?? [];
  if (y1 === undefined || y2 === undefined) return undefined;
  const moment = new Date(Number.parseInt(at, 36));
  if (Number.isNaN(moment.getTime())) return undefined;
  return { period: { from: `${y1}-${m1}-${d1}`, to: `${y2}-${m2}-${d2}` }, asOf: moment.toISOString() };
}
