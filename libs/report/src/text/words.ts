import { definitions, type FigureId } from '../figures/definitions.ts';
import { findShare, type GivenFigure } from '../figures/given-figure.ts';
import { compareShown, roundShare, writeDecimal } from '../rounding/round-share.ts';
import type { Language, Share } from '../vocabulary.ts';
import { mention, write, type Passage } from './passage.ts';

export const noData = { vi: 'chưa có số liệu', en: 'no data yet' } as const;

/** What a report says of satisfaction that counts only part of the ratings. */
export const counterRatingsLeftOut = {
  vi: 'Mức độ hài lòng không tính các đánh giá thực hiện bằng liên kết do quầy tiếp nhận tạo.',
  en: 'Satisfaction leaves out ratings given by a link that a counter made.',
} as const;

/** `97%`, with the article's decimals. */
export function showShare(share: Share, decimals: number, language: Language): string {
  return `${writeDecimal(roundShare(share, decimals), decimals, language)}%`;
}

export function showFigure(figure: GivenFigure, language: Language): string {
  const share = findShare(figure);
  return share === undefined ? noData[language] : showShare(share, definitions[figure.id].decimals, language);
}

/** `2022-10-31` → `31/10/2022`, `31 October 2022`. */
export function showDate(date: string, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return language === 'vi' ? `${day}/${month}/${year}` : `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** A moment of the country's clock: `2026-11-16T03:00:00Z` → `10:00 ngày 16/11/2026`, `10:00, 16 November 2026`. */
export function showMoment(at: string, language: Language): string {
  // The Swedes write dates as the ISO does.
  const [date = '', time = ''] = vietnam.format(new Date(at)).split(' ');
  return language === 'vi' ? `${time} ngày ${showDate(date, language)}` : `${time}, ${showDate(date, language)}`;
}

const vietnam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' });

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** 24033 → `24.033` in Vietnamese, `24,033` in English. */
export const showCount = (count: number, language: Language): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');

export type Figures = ReadonlyMap<FigureId, GivenFigure>;

/** What a sentence says of a figure: `verb` and value, or that there is none. */
export function createFigureWriter(figures: Figures, language: Language, { verb, above, below }: Verbs) {
  const share = (id: FigureId): Share | undefined => {
    const figure = figures.get(id);
    return figure === undefined ? undefined : findShare(figure);
  };
  const lead = verb === '' ? '' : `${verb} `;
  const show = (id: FigureId): Passage[] => {
    const found = share(id);
    if (found === undefined) return [mention(id, noData[language])];
    return write`${lead}${[mention(id, showShare(found, definitions[id].decimals, language))]}`;
  };
  /** With "above" or "nearly" where the rounded number is not the whole truth. */
  const showExactly = (id: FigureId): Passage[] => {
    const found = share(id);
    if (found === undefined) return [mention(id, noData[language])];
    const { decimals } = definitions[id];
    const shown = roundShare(found, decimals);
    const qualifier = { exact: '', less: `${above} `, more: `${below} ` }[compareShown(found, shown, decimals)];
    return write`${lead}${qualifier}${[mention(id, `${writeDecimal(shown, decimals, language)}%`)]}`;
  };
  return { share, show, showExactly };
}

interface Verbs {
  readonly verb: string;
  readonly above: string;
  readonly below: string;
}
