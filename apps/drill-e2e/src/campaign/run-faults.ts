import { setTimeout as rest } from 'node:timers/promises';
import { createRandom } from '@motcua/testing/random';
import type { ScheduleResult } from '../evidence/schedule-result.ts';
import type { StandingStack } from './standing-stack.ts';
import type { Violation } from '../oracle/violation.ts';
import type { PlannedFault, Schedule } from '../schedule/draw-schedule.ts';

type FaultResult = ScheduleResult['faults'][number];

interface FaultRun {
  readonly result: FaultResult;
  readonly violations: readonly Violation[];
}

/** Injects and heals what is planned, each at its time. Resolves when all is whole again, or cannot be made so: then that is told. */
export async function runFaults(
  standing: StandingStack,
  { seed, faults }: Schedule,
): Promise<{ readonly faults: FaultResult[]; readonly violations: Violation[] }> {
  const runs = await Promise.allSettled(
    faults.map((planned, index) => runFault(standing, planned, createRandom(seed * 100 + index))),
  );
  return {
    faults: runs.flatMap((run) => (run.status === 'fulfilled' ? [run.value.result] : [])),
    violations: runs.flatMap((run): Violation[] =>
      run.status === 'rejected' ? [{ promise: 'healed', what: String(run.reason) }] : [...run.value.violations],
    ),
  };
}

async function runFault(standing: StandingStack, planned: PlannedFault, random: () => number): Promise<FaultRun> {
  const { fault, target, atMs, forMs } = planned;
  const { house } = standing;
  await rest(atMs);
  if (house.isClosing) throw new Error('The schedule was given up.');
  const { times: count, heal, takeoverMs, violations } = await fault.inject(house, target, random, standing);
  house.unhealed.add(heal);
  await rest(forMs);
  const times = await count();
  // Who closes the house, because the schedule was given up, has healed it.
  if (house.unhealed.delete(heal)) await heal();
  const result = { name: fault.name, target, struck: times, ...(takeoverMs === undefined ? {} : { takeoverMs }) };
  return { result, violations: violations?.() ?? [] };
}
