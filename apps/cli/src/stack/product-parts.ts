import type { StackConnection } from './stack-connection.ts';

/** What the stack does beyond running: reference data, scenario, today's counters, the board. Loaded only when it is needed. */
export interface ProductParts {
  seedReference(options: { stack: StackConnection }): Promise<unknown>;
  addClocks(options: { stack: StackConnection }): Promise<unknown>;
  seedNotices(options: { stack: StackConnection }): Promise<unknown>;
  isScenarioLoaded(options: { stack: StackConnection }): Promise<boolean>;
  loadScenario(options: {
    stack: StackConnection;
    onProgress: (progress: { done: number; total: number }) => void;
  }): Promise<unknown>;
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
  seedNotices: async (options) => (await import('../scenario/seed-notices.ts')).seedNotices(options),
  isScenarioLoaded: async (options) => (await import('../scenario/load-scenario.ts')).isScenarioLoaded(options),
  loadScenario: async (options) => (await import('../scenario/load-scenario.ts')).loadScenario(options),
  startTodaysCounters: async (options) => (await import('../simulation/simulate-today.ts')).startTodaysCounters(options),
  showLiveBoard: async (options) => (await import('../board/live-board.ts')).showLiveBoard(options),
};
