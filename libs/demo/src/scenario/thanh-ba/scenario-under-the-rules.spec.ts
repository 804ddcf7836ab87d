import { startOfLocalDay } from '@motcua/calendar';
import { findLegacyEventName, type LegacyEvent, type UnitDocument } from '@motcua/contracts';
import {
  evolve,
  isRefusal,
  noDossier,
  recordLegacy,
  type DecisionContext,
  type Dossier,
  type KnownDossier,
} from '@motcua/dossier';
import { describe, expect, it } from '@jest/globals';
import { holdsOn, readReferenceData } from '../../reference/reference-data.ts';
import { createScenarioWorld } from './create-world.ts';
import { generateThanhBa } from './generate-thanh-ba.ts';
import { getProcedure, type ScenarioWorld } from './scenario-world.ts';

/** What dossier-intake makes of the scenario, by its own domain rules: the generator and they must count the same. */
const reference = await readReferenceData();
const world = createScenarioWorld(reference);
const dossiers = play(generateThanhBa(world, { seed: 2022, size: { district: 1_300, commune: 2_700 } }));
const periodEnd = startOfLocalDay('Asia/Ho_Chi_Minh', '2022-11-01');
const finished = dossiers.filter(({ receipt, end }) => receipt !== null && end !== null && end.at < periodEnd);
const isLate = ({ end, clock }: KnownDossier): boolean => (end?.at ?? 0) >= (clock.lateFrom.current ?? Infinity);

function play(events: readonly LegacyEvent[]): KnownDossier[] {
  const [ruleSet] = reference.ruleSets.filter((one) => holdsOn('2022-06-30', one));
  if (ruleSet === undefined) throw new Error('There is no rule set for 2022.');
  const base = { now: Date.parse('2026-01-01T00:00:00Z'), calendar: world.calendar, ruleSet };
  const states = new Map<string, Dossier>();
  for (const event of events) {
    const before = states.get(event.data.sourceCode) ?? noDossier;
    const decision = recordLegacy(before, toDomain(event), { ...base, ...toNamed(world, event) });
    if (isRefusal(decision)) throw new Error(`${event.id}: ${decision.code}`);
    states.set(event.data.sourceCode, decision.reduce(evolve, before));
  }
  return [...states.values()].flatMap((dossier) => (dossier.status === 'none' ? [] : [dossier]));
}

function toDomain({ type, time, source, data }: LegacyEvent): Parameters<typeof recordLegacy>[1] {
  const name = findLegacyEventName(type);
  if (name === undefined) throw new Error(type);
  const { sourceCode, newDue, unit, procedure, due: _due, correction: _correction, ...rest } = data;
  return {
    ...rest,
    type: name,
    occurredAt: Date.parse(time),
    id: sourceCode,
    origin: source,
    sourceCode,
    namesUnit: unit !== undefined,
    namesProcedure: procedure !== undefined,
    newDue: newDue === undefined ? undefined : Date.parse(newDue),
  };
}

function toNamed(of: ScenarioWorld, { data }: LegacyEvent): Pick<DecisionContext, 'unit' | 'procedure'> {
  const unit = [of.district, ...of.communes, ...of.departments].find(({ code }) => code === data.unit);
  return {
    unit: unit === undefined ? undefined : toResponsible(unit),
    procedure: data.procedure === undefined ? undefined : getProcedure(of, data.procedure),
  };
}

function toResponsible({ code, kind }: UnitDocument): DecisionContext['unit'] {
  return { code, kind, path: ['phu-tho', 'thanh-ba', code] };
}

describe('the Thanh Ba scenario under dossier-intake’s rules', () => {
  it('is taken whole, and flagged only where an officer asked for a second supplement', () => {
    const findings = dossiers.flatMap((dossier) => dossier.findings);

    expect(dossiers.length).toBe(4_000 + 27);
    expect(new Set(findings)).toEqual(new Set(['second-supplement']));
  });

  it('is late by currentDue exactly as often as the quota says', () => {
    expect(finished.length).toBeGreaterThan(3_800);
    expect(finished.filter(isLate).length).toBe(Math.round(finished.length * 0.03));
  });

  it('has ends of every kind', () => {
    expect(new Set(finished.map(({ end }) => end?.by))).toEqual(new Set(['processed', 'refused', 'withdrawn']));
  });
});
