/** A wake-up on `kpi.updates.v1`: figures of these units may have changed. It may be lost; it carries no figure. */
export interface KpiUpdate {
  readonly units: readonly string[];
}

export const toMessage = (update: KpiUpdate): string => JSON.stringify(update);

/** Undefined for what is no wake-up. */
export function parseMessage(text: string): KpiUpdate | undefined {
  try {
    const value = JSON.parse(text) as Partial<KpiUpdate> | null;
    return Array.isArray(value?.units) ? { units: value.units.map(String) } : undefined;
  } catch {
    return undefined;
  }
}
