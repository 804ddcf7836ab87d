import { LocalizedName, toOneLine } from '@motcua/contracts';
import { z } from 'zod';
import {
  alertLabels,
  clockLabels,
  happeningLabels,
  outcomeLabels,
  paymentPlaceLabels,
  proposalLabels,
  recoveryLabels,
} from './labels.ts';
import { showDay, showMoment, showMoney, showMonth, showShare, showWorkingMinutes, type Language } from './moments.ts';
import { hasLongNumber, markSafe, maskIdentifier, withoutMarks } from './personal-data.ts';
import { showWords, words } from './words.ts';

export interface Place {
  readonly language: Language;
  readonly timeZone: string;
  /** Of a short message, where there is little room. */
  readonly isShort?: boolean;
}

/** What the liquid text sees: text, or a list of records of text. */
export type Shown = string | null | readonly Readonly<Record<string, string | null>>[];

export interface VariableKind {
  readonly schema: z.ZodType;
  /** It is read by the recipient and by nobody else: no provider is given it as a value of its own. */
  readonly isPrivate?: boolean;
  /** @param value what `schema` gave */
  show(value: never, place: Place): Shown;
}

/** Of whatever was kept: a name with a line break in it is shown without, and nobody goes untold for it. */
const line = (max: number) => z.string().transform(toOneLine).pipe(z.string().min(1).max(max));
const isoMoment = z.iso.datetime({ offset: true });
const label = (labels: Readonly<Record<string, Readonly<Record<Language, string>>>>) => ({
  schema: z.enum(Object.keys(labels)),
  show: (value: string, { language }: Place) => labels[value]?.[language] ?? value,
});

const code = line(100);
/** A procedure's national code with a local suffix, which stands for its name where that is not known: `1.001193.000.00.00.H44`. */
const procedureCode = /^\d\.\d{6}\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/u;
const name = line(300).refine(
  (text) => procedureCode.test(text) || !hasLongNumber(text),
  'must not hold a number of nine digits or more: it may be an ID or a telephone number',
);
/** What has a name in each language is given whole, where the reader's is not known yet. */
const localized = LocalizedName.extend({ vi: name, en: name.optional() });
type Localized = z.infer<typeof localized>;
/** Nobody is called by an address: whoever gets themselves called so would have us send it, as a link, in an authority's name. */
const address = /(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S*/giu;
const showName = (text: string): string =>
  procedureCode.test(text) ? markSafe(text) : withoutMarks(text.replaceAll(address, '…'));
const dossier = z.object({ code, procedure: name.or(z.literal('')).nullish(), due: isoMoment.nullish() });
type Dossier = z.infer<typeof dossier>;

const paymentPlaces: ReadonlyMap<string, Readonly<Record<Language, string>>> = new Map(Object.entries(paymentPlaceLabels));

/**
 * The types of variables. None lets an ID or a telephone number through: `name` refuses long numbers, `masked` hides whatever it is
 * given, `words` hides the numbers in them, counts have seven digits at most. A dossier code, a link of ours, the telephone of an office
 * and a sum of money may hold long numbers, are declared so by their kind, and marked as such for the check of the rendered text.
 */
export const variableKinds = {
  code: { schema: code, show: (value: string) => markSafe(value) },
  link: { schema: z.url({ protocol: /^https?$/ }).max(500), show: (value: string) => markSafe(value) },
  name: {
    schema: name.or(localized),
    show: (value: string | Localized, { language }: Place) =>
      showName(typeof value === 'string' ? value : language === 'en' ? (value.en ?? value.vi) : value.vi),
  },
  words: { schema: words, isPrivate: true, show: (value: string, { isShort = false }: Place) => showWords(value, isShort) },
  // One that holds long has as many digits as a telephone number.
  'one-time-code': { schema: z.string().regex(/^(?:\d{6}|\d{10})$/), isPrivate: true, show: (value: string) => markSafe(value) },
  /** An authority: in a short message as offices abbreviate it. */
  office: {
    schema: name.or(localized),
    show: (value: string | Localized, { language, isShort = false }: Place) => {
      const shown = showName(typeof value === 'string' ? value : language === 'en' ? (value.en ?? value.vi) : value.vi);
      return isShort ? shown.replace('Ủy ban nhân dân', 'UBND').replace('Trung tâm Phục vụ hành chính công', 'TT PVHCC') : shown;
    },
  },
  /** Of an office, from the catalogue: it may be read by everybody. */
  telephone: {
    // As the catalogue takes it, which knows no shape of numbers: "1900 1234, máy lẻ 5". A notice does not fail for how it is written.
    schema: z.string().max(30),
    show: (value: string) => {
      const shown = toOneLine(value);
      return shown === '' ? null : markSafe(shown);
    },
  },
  /** In an officer's words, or one of the few places that are entered as codes. */
  'payment-place': {
    schema: words,
    isPrivate: true,
    show: (value: string, { language, isShort = false }: Place) => {
      const known = paymentPlaces.get(value.toLowerCase());
      return known === undefined ? showWords(value, isShort) : known[language];
    },
  },
  money: {
    schema: z.number().int().min(0).max(1_000_000_000_000),
    // From a hundred million đồng on it has as many digits as an ID.
    show: (value: number, { language }: Place) => markSafe(showMoney(value, language)),
  },
  papers: {
    schema: z.array(LocalizedName.extend({ vi: words, en: words.optional() })).max(200),
    isPrivate: true,
    show: (papers: readonly Localized[], { language, isShort = false }: Place) =>
      papers.map(({ vi, en = vi }) => ({ name: showWords(language === 'en' ? en : vi, isShort) })),
  },
  masked: { schema: z.string().min(1).max(200), show: (value: string) => maskIdentifier(withoutMarks(value)) },
  moment: {
    schema: isoMoment,
    show: (value: string, { language, timeZone }: Place) => showMoment(new Date(value), language, timeZone),
  },
  day: { schema: z.iso.date(), show: (value: string, { language }: Place) => showDay(value, language) },
  month: {
    schema: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    show: (value: string, { language }: Place) => showMonth(value, language),
  },
  count: { schema: z.number().int().min(0).max(9_999_999), show: (value: number) => String(value) },
  minutes: {
    schema: z.number().int().min(-9_999_999).max(9_999_999),
    show: (value: number, { language }: Place) => showWorkingMinutes(value, language),
  },
  share: { schema: z.number().min(0).max(1), show: (value: number, { language }: Place) => showShare(value, language) },
  clock: label(clockLabels),
  recovery: label(recoveryLabels),
  alert: label(alertLabels),
  proposal: label(proposalLabels),
  outcome: label(outcomeLabels),
  happening: label(happeningLabels),
  dossiers: {
    schema: z.array(dossier).max(5_000),
    show: (dossiers: readonly Dossier[], { language, timeZone }: Place) =>
      dossiers.map(({ code, procedure, due }) => ({
        code: markSafe(code),
        procedure: procedure === null || procedure === undefined || procedure === '' ? null : showName(procedure),
        due: due === null || due === undefined ? null : showMoment(new Date(due), language, timeZone),
      })),
  },
} as const satisfies Record<string, VariableKind>;

export type VariableKindName = keyof typeof variableKinds;
