import { describe, expect, it } from '@jest/globals';
import { DigitizationEvent, DossierEvent, FieldReader, slaEventSchemas } from '@motcua/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readDigitizationEvent } from './digitization-event.ts';
import { toDossierEvent } from './dossier-event.ts';
import { readOverdueCauseEvent } from './overdue-cause-event.ts';

type Json = Readonly<Record<string, unknown>>;

const folder = resolve(import.meta.dirname, '../../../../libs/contracts/src/__fixtures__');
const read = (prefix: string): readonly Json[] =>
  readdirSync(folder)
    .filter((file) => file.startsWith(prefix))
    .map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Json);

const lanes = [
  { of: 'vn.motcua.dossier.', schema: DossierEvent, take: toDossierEvent },
  {
    of: 'vn.motcua.digitization.',
    schema: DigitizationEvent,
    take: (event: unknown) => readDigitizationEvent(new FieldReader(event, '')),
  },
  {
    of: 'vn.motcua.sla.overdue-judged.',
    schema: slaEventSchemas['overdue-judged'],
    take: (event: unknown) => readOverdueCauseEvent(new FieldReader(event, '')),
  },
];

/** What figures need to be true beyond the contract: the path ends in the unit, the zone can be counted in, and it is said what is taken back. */
const strictFor = /^data\.(responsibleUnit|responsiblePath|timeZone|change)/;
const junk: readonly unknown[] = [null, 7, 'x', true, [], {}];
const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

/** Every event that differs from this one in one place. */
function* mutate(event: Json, path: readonly string[] = []): Generator<{ at: string; was: unknown; is: unknown; event: Json }> {
  for (const [name, was] of Object.entries(event)) {
    for (const is of junk) yield { at: [...path, name].join('.'), was, is, event: { ...event, [name]: is } };
    if (kindOf(was) !== 'object') continue;
    for (const inner of mutate(was as Json, [...path, name])) yield { ...inner, event: { ...event, [name]: inner.event } };
  }
}

const attempt = (take: (event: unknown) => unknown, event: unknown): unknown => {
  try {
    return take(event);
  } catch {
    return 'refused';
  }
};

describe.each(lanes)('the fast lane of $of*', ({ of, schema, take }) => {
  it.each(read(of))('takes what the contract takes: $type', (event) => {
    expect(attempt(take, event)).not.toBe('refused');
    const refused = [...mutate(event)].filter(
      (changed) =>
        !strictFor.test(changed.at) && schema.safeParse(changed.event).success && attempt(take, changed.event) === 'refused',
    );
    expect(refused.map(({ at, is }) => [at, is])).toEqual([]);
  });

  it.each(read(of))('lets nothing of another kind into a figure: $type', (event) => {
    const taken = JSON.stringify(take(event));
    const entered = [...mutate(event)].filter(({ was, is, event: changed }) => {
      if (kindOf(was) === kindOf(is) || schema.safeParse(changed).success) return false;
      const answer = attempt(take, changed);
      return answer !== 'refused' && JSON.stringify(answer) !== taken;
    });
    expect(entered.map(({ at, is }) => [at, is])).toEqual([]);
  });
});
