import type { ServiceAccount } from '@motcua/stack';
import { scenarioSource } from '../scenario/thanh-ba/generate-thanh-ba.ts';
import { scenarioUnit } from '../scenario/thanh-ba/scenario-source.ts';
import { readReferenceData } from '../reference/reference-data.ts';
import { paperSource } from '../simulation/paper-trail.ts';

/** Who sits at a desk that plays; their ids are those of the staff. */
const deskRoles = ['counter', 'specialist', 'head'] as const;

/** The programs that sign in to the demonstration: the operator's commands, the desks that play, and the legacy systems it is loaded from. */
export async function listDemoPrograms(): Promise<readonly ServiceAccount[]> {
  const { units } = await readReferenceData();
  const communes = new Set(units.filter(({ kind }) => kind === 'commune').map(({ code }) => code));
  return [
    { id: 'operator', role: 'admin' },
    { id: 'scenario', source: scenarioSource, unit: scenarioUnit },
    { id: 'paper', source: paperSource, unit: 'phu-tho' },
    ...[...communes].flatMap((unit) => deskRoles.map((role) => ({ id: `${unit}.${role}`, role, unit }))),
  ];
}
