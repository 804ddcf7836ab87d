import type { StackConnection } from '@motcua/stack';

export interface LoadOptions {
  readonly stack: StackConnection;
  readonly onProgress: (progress: { readonly what: string; readonly done: number; readonly total: number }) => void;
}

/** What the demonstration puts into a running stack: reference data, scenario, today's counters. Loaded only when it is needed. */
export interface DemoParts {
  seedReference(options: { stack: StackConnection }): Promise<unknown>;
  addClocks(options: { stack: StackConnection }): Promise<unknown>;
  addStaff(options: { stack: StackConnection }): Promise<unknown>;
  addReasons(options: { stack: StackConnection }): Promise<unknown>;
  seedNotices(options: { stack: StackConnection }): Promise<unknown>;
  isScenarioLoaded(options: { stack: StackConnection }): Promise<boolean>;
  loadScenario(options: LoadOptions): Promise<unknown>;
  completeScenario(options: LoadOptions): Promise<unknown>;
  startTodaysCounters(options: { stack: StackConnection; signal: AbortSignal }): Promise<unknown>;
}

export const demoParts: DemoParts = {
  seedReference: async (options) => (await import('../reference/seed-reference.ts')).seedReference(options),
  addClocks: async (options) => (await import('../reference/seed-reference.ts')).addClocks(options),
  addStaff: async (options) => (await import('../reference/seed-reference.ts')).addStaff(options),
  addReasons: async (options) => (await import('../reference/seed-reference.ts')).addReasons(options),
  seedNotices: async (options) => (await import('../reference/seed-notices.ts')).seedNotices(options),
  isScenarioLoaded: async (options) => (await import('../scenario/load-scenario.ts')).isScenarioLoaded(options),
  loadScenario: async (options) => (await import('../scenario/load-scenario.ts')).loadScenario(options),
  completeScenario: async (options) => (await import('../scenario/load-scenario.ts')).completeScenario(options),
  startTodaysCounters: async (options) => (await import('../simulation/simulate-today.ts')).startTodaysCounters(options),
};
