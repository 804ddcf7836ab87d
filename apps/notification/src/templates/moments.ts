export type Language = 'vi' | 'en';

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(moment: Date, timeZone: string): Record<string, string> {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
}

const englishMonth = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
const monthNames = Array.from({ length: 12 }, (_, month) => englishMonth.format(Date.UTC(2000, month)));
const monthName = (month: string): string => monthNames[Number(month) - 1] ?? month;

/** `16:30 ngày 25/11/2026`, `16:30 on 25 November 2026`: on the clock of the dossier's zone. */
export function showMoment(moment: Date, language: Language, timeZone: string): string {
  const { hour = '', minute = '', day = '', month = '', year = '' } = partsOf(moment, timeZone);
  const time = `${hour}:${minute}`;
  return language === 'vi' ? `${time} ngày ${day}/${month}/${year}` : `${time} on ${Number(day)} ${monthName(month)} ${year}`;
}

/** A local date, YYYY-MM-DD: `25/11/2026`, `25 November 2026`. */
export function showDay(date: string, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return language === 'vi' ? `${day}/${month}/${year}` : `${Number(day)} ${monthName(month)} ${year}`;
}

/** A month, YYYY-MM: `tháng 11/2026`, `November 2026`. */
export function showMonth(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  return language === 'vi' ? `tháng ${number}/${year}` : `${monthName(number)} ${year}`;
}

const minutesPerWorkingDay = 480;
const units = {
  vi: { day: () => 'ngày', hour: () => 'giờ', minute: () => 'phút', suffix: 'làm việc', none: 'dưới 1 phút làm việc' },
  en: {
    day: plural('day'),
    hour: plural('hour'),
    minute: plural('minute'),
    suffix: 'of working time',
    none: 'less than a minute',
  },
} as const;

function plural(word: string): (count: number) => string {
  return (count) => (count === 1 ? word : `${word}s`);
}

/** Working minutes, of either sign: `1 ngày 2 giờ làm việc`; eight hours are a working day (domain rules §4). */
export function showWorkingMinutes(minutes: number, language: Language): string {
  const words = units[language];
  const total = Math.abs(minutes);
  const parts = [
    [Math.floor(total / minutesPerWorkingDay), words.day] as const,
    [Math.floor((total % minutesPerWorkingDay) / 60), words.hour] as const,
    [total % 60, words.minute] as const,
  ];
  const shown = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word(count)}`);
  return shown.length === 0 ? words.none : `${shown.join(' ')} ${words.suffix}`;
}

/** Đồng: `152.000 đồng`, `152,000 VND`. */
export function showMoney(amount: number, language: Language): string {
  const grouped = String(amount).replace(/\B(?=(?:\d{3})+$)/gu, language === 'vi' ? '.' : ',');
  return language === 'vi' ? `${grouped} đồng` : `${grouped} VND`;
}

/** A fraction: `94,12 %`, `94.12%`. */
export function showShare(fraction: number, language: Language): string {
  const percent = String(Math.round(fraction * 10_000) / 100);
  return language === 'vi' ? `${percent.replace('.', ',')} %` : `${percent}%`;
}
