import type { Board, ReportLanguage } from '@motcua/contracts';
import type { FormCell, FormLook } from '@motcua/tables';
import { showMoment } from '../../exports/moments.ts';
import { showFreshness } from '../../exports/show-freshness.ts';
import { exportWords } from '../../exports/words.ts';
import { formWords } from './form-words.ts';

type SheetRow = (FormCell | null)[];

/** A cell over so many columns, and the empty places it covers. */
export const over = (value: string, look: FormLook, columns: number): SheetRow => [
  { value, look, columns },
  ...Array.from({ length: columns - 1 }, () => null),
];

export const cell = (value: string | number | null, look: FormLook): FormCell => ({ value, look });

interface Heading {
  /** The number of a form, or what a sheet rests on that is none: with the word before it. */
  readonly mark: string;
  readonly title: string;
  readonly reporting: string;
  readonly period: string;
  readonly unitOfCount: string;
  readonly language: ReportLanguage;
}

/** What stands above the table of a statutory form: its mark and whose it is, its title, its period. */
export function toFormHead({ mark, title, reporting, period, unitOfCount, language }: Heading, columns: number): SheetRow[] {
  const words = formWords[language];
  const left = Math.max(2, Math.floor(columns / 2));
  const right = columns - left;
  return [
    [...over(mark, 'bold', left), ...over(`${words.reporting}: ${reporting}`, 'plain', right)],
    [...over('', 'plain', left), ...over(`${words.receiving}: ${'.'.repeat(30)}`, 'plain', right)],
    [],
    over(title.toLocaleUpperCase('vi'), 'title', columns),
    over(period, 'centered', columns),
    over(unitOfCount, 'italic', columns),
  ];
}

/** The lines to sign on: who made the form out, and the head. */
export function toSignatures(language: ReportLanguage, columns: number): SheetRow[] {
  const words = formWords[language];
  const left = Math.floor(columns / 2);
  const right = columns - left;
  const line = (one: string, other: string, look: FormLook): SheetRow => [...over(one, look, left), ...over(other, look, right)];
  return [
    [],
    line('', words.placeAndDate, 'centered'),
    line(words.madeBy, words.head, 'centered'),
    line(words.sign, words.signAndSeal, 'centered'),
  ];
}

/** Which moment the figures are of, up to when they have read, and when the file was written. */
export function toMoments(
  figures: Pick<Board, 'asOf' | 'freshness' | 'parked'>,
  language: ReportLanguage,
  writtenAt: string,
  columns: number,
): SheetRow[] {
  const { asOf, readUpTo, written } = exportWords[language];
  const lines = [
    `${asOf}: ${showMoment(figures.asOf)}`,
    `${readUpTo}: ${showFreshness(figures, language)}`,
    `${written}: ${showMoment(writtenAt)}`,
  ];
  return lines.map((text) => over(text, 'italic', columns));
}
