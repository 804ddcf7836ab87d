import { z } from 'zod';
import { Code } from '../instant.ts';

export const kpiUpdateType = 'vn.motcua.kpi.update.v1';

/** A wake-up on `kpi.updates.v1`. It may be lost, so that whoever waits for it also looks by himself now and then. */
export const KpiUpdate = z
  .object({ units: z.array(Code).describe('Codes of the units; the first one is the Kafka key.') })
  .describe('Figures of these units may have changed. It carries no figure: ask for them.');
export type KpiUpdate = z.infer<typeof KpiUpdate>;

export const toKpiUpdate = (units: readonly string[]): string => JSON.stringify({ units });

/** @returns the units that are named; none in what is no wake-up, which is as good as lost */
export function readKpiUpdate(text: string): readonly string[] {
  try {
    const update = KpiUpdate.safeParse(JSON.parse(text));
    return update.success ? update.data.units : [];
  } catch {
    return [];
  }
}
