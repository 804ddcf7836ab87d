import { describe, expect, it } from '@jest/globals';
import { noticeChannels, type NoticeChannel } from '@motcua/contracts';
import * as labels from './labels.ts';
import { openTemplateBook } from './template-book.ts';
import { parseKind, type Template } from './template.ts';
import type { VariableKindName } from './variable-kinds.ts';

const book = openTemplateBook();
const channels = (Object.keys(noticeChannels) as NoticeChannel[]).filter((channel) => channel !== 'webhook');

/** Every value of every list that can reach a template, by the kind of variable that takes it. */
const lists: Partial<Record<VariableKindName, object>> = {
  clock: labels.clockLabels,
  recovery: labels.recoveryLabels,
  alert: labels.alertLabels,
  proposal: labels.proposalLabels,
  outcome: labels.outcomeLabels,
  happening: labels.happeningLabels,
  'payment-place': labels.paymentPlaceLabels,
};
const values = [...new Set(Object.values(lists).flatMap((list) => Object.keys(list)))];
/** In English a word may be a code as well: only what no sentence would say is looked for. */
const isNoEnglish = (value: string): boolean => value.includes('-') && value !== 're-dated';

/** The sample, without each of what may be absent, without all of it, and with every value of every list. */
function listCases({ variables, sample }: Template): Record<string, unknown>[] {
  const kinds = Object.entries(variables).map(([name, declared]) => ({ name, ...parseKind(declared) }));
  const absent = kinds.filter(({ optional }) => optional).map(({ name }) => ({ [name]: null }));
  const chosen = kinds.flatMap(({ name, kind }) => Object.keys(lists[kind] ?? {}).map((value) => ({ [name]: value })));
  const alternatives: object[] = [{}, ...absent, Object.fromEntries(absent.flatMap(Object.entries)), ...chosen];
  return alternatives.map((alternative) => ({ ...sample, ...alternative }));
}

function findFaults(text: string, language: 'vi' | 'en'): string[] {
  // Addresses and codes of dossiers are no words, and neither is the id of an account: `xa-thanh-ba.counter`.
  const prose = text.replaceAll(/https?:\/\/\S+/g, 'https').replaceAll(/H44[.\d-]*/g, 'H44');
  const codes = values.filter(
    (value) => (language === 'vi' || isNoEnglish(value)) && new RegExp(`(?<![\\w.-])${value}(?![\\w-])`).test(prose),
  );
  const patterns: Record<string, RegExp> = {
    nothing: /undefined|null|\[object|NaN/,
    'two spaces': /\S {2,}\S/,
    'a space before a sign': / [,.;:!?)]/,
    'a label of nothing': /[:“(]\s*[.,;)”]|:\s*$(?!\n)/,
    'one sign upon another': /[,;:]\s*[.,;:]|\.\.(?!\.)/,
  };
  return [...codes, ...Object.entries(patterns).flatMap(([fault, pattern]) => (pattern.test(prose) ? [fault] : []))];
}

describe('whatever its variables are, a template leaves no code, no empty place and no label without a word:', () => {
  it.each(book.list())('$id', (template) => {
    const faults = listCases(template).flatMap((variables) =>
      (['vi', 'en'] as const).flatMap((language) =>
        channels.flatMap((channel) => {
          const { subject, text } = book.render({ template: template.id, language, channel, variables });
          return [subject, text].flatMap((each) =>
            findFaults(each, language).map((fault) => `${channel} ${language}: ${fault} in ${each}`),
          );
        }),
      ),
    );
    expect(faults).toEqual([]);
  });
});

const applicants = book.list().filter(({ audience, id }) => audience === 'applicant' && id !== 'one-time-code');

describe('a mail to an applicant', () => {
  const mail = (template: string, variables: object): string =>
    book.render({ template, language: 'vi', channel: 'mail', variables }).text;

  it.each(applicants)('speaks to persons and organisations alike, and names the authority in full: $id', ({ id, sample }) => {
    expect(mail(id, sample)).not.toMatch(/[Ôô]ng\s*[/(]\s*[Bb]à|UBND/);
  });

  it.each(applicants)(
    'names who handles the dossier and whom to ask, or where to go where no telephone is known: $id',
    ({ id, sample }) => {
      const told = mail(id, sample);
      for (const name of ['officerName', 'telephone']) expect(told).toContain(sample[name]);
      const without = mail(id, { ...sample, telephone: null });
      expect(without).toContain('Nơi liên hệ: Trung tâm Phục vụ hành chính công xã Thanh Ba.');
      expect(without).not.toMatch(/Điện thoại|\.{3}|…/);
    },
  );
});

it('a place of payment that was entered as a code is told in words', () => {
  const { sample } = book.get('payment-requested');
  const told = (payAt: string, language: 'vi' | 'en') =>
    book.render({ template: 'payment-requested', language, channel: 'mail', variables: { ...sample, payAt } }).text;
  expect(told('online', 'vi')).toContain('Nơi nộp: trực tuyến trên Cổng dịch vụ công.');
  expect(told('counter', 'en')).toContain('the counter of the one-stop shop.');
  expect(told('Quầy số 3', 'vi')).toContain('Nơi nộp: Quầy số 3.');
});
