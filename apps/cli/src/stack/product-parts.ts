import type { TellReport } from '../commands/stack/tell-report.ts';
import type { StackConnection } from './stack-connection.ts';

export interface LoadOptions {
  readonly stack: StackConnection;
  readonly onProgress: (progress: { readonly what: string; readonly done: number; readonly total: number }) => void;
}

/** What the stack does beyond running: reference data, scenario, today's counters, the board. Loaded only when it is needed. */
export interface ProductParts {
  seedReference(options: { stack: StackConnection }): Promise<unknown>;
  addClocks(options: { stack: StackConnection }): Promise<unknown>;
  addStaff(options: { stack: StackConnection }): Promise<unknown>;
  addReasons(options: { stack: StackConnection }): Promise<unknown>;
  seedNotices(options: { stack: StackConnection }): Promise<unknown>;
  isScenarioLoaded(options: { stack: StackConnection }): Promise<boolean>;
  loadScenario(options: LoadOptions): Promise<unknown>;
  completeScenario(options: LoadOptions): Promise<unknown>;
  tellReport(options: TellReport): Promise<unknown>;
  startTodaysCounters(options: { stack: StackConnection; signal: AbortSignal }): Promise<unknown>;
  showLiveBoard(options: {
    stack: StackConnection;
    signal: AbortSignal;
    tty: boolean;
    output: { write(text: string): unknown };
  }): Promise<unknown>;
}

export const productParts: ProductParts = {
  seedReference: async (options) => (await import('../scenario/seed-reference.ts')).seedReference(options),
  addClocks: async (options) => (await import('../scenario/seed-reference.ts')).addClocks(options),
  addStaff: async (options) => (await import('../scenario/seed-reference.ts')).addStaff(options),
  addReasons: async (options) => (await import('../scenario/seed-reference.ts')).addReasons(options),
  seedNotices: async (options) => (await import('../scenario/seed-notices.ts')).seedNotices(options),
  isScenarioLoaded: async (options) => (await import('../scenario/load-scenario.ts')).isScenarioLoaded(options),
  loadScenario: async (options) => (await import('../scenario/load-scenario.ts')).loadScenario(options),
  completeScenario: async (options) => (await import('../scenario/load-scenario.ts')).completeScenario(options),
  tellReport: async (options) => (await import('../commands/stack/tell-report.ts')).tellReport(options),
  startTodaysCounters: async (options) => (await import('../simulation/simulate-today.ts')).startTodaysCounters(options),
  showLiveBoard: async (options) => (await import('../board/live-board.ts')).showLiveBoard(options),
};
