import { describe, expect, it } from '@jest/globals';
import type { ProcedureDocument, RuleSetDocument } from '@motcua/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocuments } from './check-documents.ts';

const read = <T>(file: string): T[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../data/reference', file), 'utf8')) as T[]; // Our own file.
const procedures = read<ProcedureDocument>('procedures.json');
const ruleSets = read<RuleSetDocument>('rule-sets.json');

const codesOf = (kind: 'procedures' | 'rule-sets', document: ProcedureDocument | RuleSetDocument): string[] =>
  checkDocuments(kind, [document], []).map(({ code }) => code);
const noTime = { amount: 0, unit: 'working-hour' } as const;

describe('the clocks of a rule set', () => {
  const [ruleSet] = ruleSets as [RuleSetDocument];
  const [rule] = ruleSet.clocks as [NonNullable<RuleSetDocument['clocks']>[number]];
  const [escalation] = rule.rungs as [(typeof rule.rungs)[number]];

  it('are taken as the reference data have them', () => {
    expect(checkDocuments('rule-sets', ruleSets, [])).toEqual([]);
    expect(checkDocuments('procedures', procedures, [])).toEqual([]);
  });

  it('are refused where a limit cannot be counted', () => {
    expect(codesOf('rule-sets', { ...ruleSet, acceptanceLimit: noTime })).toEqual(['calendar.limit-invalid']);
    const after = { ...rule, rungs: [{ ...escalation, at: { kind: 'after' as const, limit: noTime } }] };
    expect(codesOf('rule-sets', { ...ruleSet, clocks: [after] })).toEqual(['calendar.limit-invalid']);
    expect(codesOf('rule-sets', { ...ruleSet, clocks: [{ ...rule, limitAfterCutOff: noTime }] })).toEqual([
      'calendar.limit-invalid',
    ]);
  });

  it('are refused where a clock or an escalation step is there twice, or more escalation steps than can be told', () => {
    expect(codesOf('rule-sets', { ...ruleSet, clocks: [rule, rule] })).toEqual(['reference.clock-twice']);
    expect(codesOf('rule-sets', { ...ruleSet, clocks: [{ ...rule, rungs: [escalation, escalation] }] })).toEqual([
      'reference.escalation-twice',
    ]);
    const escalations = Array.from({ length: 33 }, (_, index) => ({ ...escalation, id: `rung-${index}` }));
    expect(codesOf('rule-sets', { ...ruleSet, clocks: [{ ...rule, rungs: escalations }] })).toEqual([
      'reference.escalations-too-many',
    ]);
  });
});

describe('the steps of a procedure', () => {
  const [procedure] = procedures as [ProcedureDocument];
  const step = { code: 'a', name: { vi: 'Một', en: 'One' }, limit: { amount: 1, unit: 'working-day' as const } };

  it('are refused where a limit cannot be counted, or a step is there twice', () => {
    expect(codesOf('procedures', { ...procedure, steps: [{ ...step, limit: noTime }] })).toEqual(['calendar.limit-invalid']);
    expect(codesOf('procedures', { ...procedure, steps: [step, step] })).toEqual(['reference.step-twice']);
    expect(codesOf('procedures', { ...procedure, steps: [step, { ...step, code: 'b' }] })).toEqual([]);
  });
});
