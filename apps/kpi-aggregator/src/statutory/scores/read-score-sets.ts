import { LocalDate } from '@motcua/contracts';
import type { ScoreSet } from '@motcua/report';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Words = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const share = z.number().min(0).max(1);
const amount = z.number().min(0);

const Rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('linear'), full: share.gt(0) }),
  z.strictObject({ kind: z.literal('steps'), steps: z.array(z.strictObject({ from: share, points: amount })).min(1) }),
]);
const Source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('indicator'), id: z.string() }),
  z.strictObject({ kind: z.literal('figure'), id: z.string() }),
  z.strictObject({ kind: z.literal('none') }),
]);
const Criterion = z.strictObject({
  id: z.string().min(1),
  name: Words,
  max: amount,
  rule: Rule,
  source: Source,
  isCertain: z.boolean(),
});
const Set = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().min(1),
  validFrom: LocalDate,
  validTo: LocalDate.nullable(),
  name: Words,
  source: z.string().min(1),
  groups: z.array(z.strictObject({ id: z.string(), name: Words, criteria: z.array(Criterion).min(1) })).min(1),
  grades: z.array(z.strictObject({ name: Words, from: amount })),
});

/** The sets of criteria of a file, all their versions. @throws with what is wrong in it */
export function readScoreSets(path: string): readonly ScoreSet[] {
  const read = z.array(Set).safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (read.success) return read.data;
  throw new Error(`SCORE_SETS names "${path}", which has no sets of criteria: ${z.prettifyError(read.error)}`);
}

/** `@Inject(SCORE_SETS) sets: readonly ScoreSet[]` */
export const SCORE_SETS = Symbol('SCORE_SETS');
