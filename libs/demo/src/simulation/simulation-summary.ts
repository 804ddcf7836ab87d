import type { ActionOutcome } from './play-counters.ts';

/** What `motcua simulate --json` prints. */
export interface SimulationSummary {
  readonly seconds: number;
  readonly actions: number;
  readonly actionsPerSecond: number;
  /** Done, by action. */
  readonly done: Readonly<Record<string, number>>;
  /** Refused, by code. */
  readonly refused: Readonly<Record<string, number>>;
  readonly milliseconds: { readonly p50: number; readonly p99: number };
}

/** Adds up a play. */
export function createSimulationTally(): {
  note: (outcome: ActionOutcome) => void;
  summarise: (seconds: number) => SimulationSummary;
} {
  const done = new Map<string, number>();
  const refused = new Map<string, number>();
  const latencies: number[] = [];
  const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    note({ action, refused: code, milliseconds }) {
      latencies.push(milliseconds);
      if (code === null) count(done, action);
      else count(refused, code);
    },
    summarise: (seconds) => ({
      seconds: round(seconds, 2),
      actions: latencies.length,
      actionsPerSecond: round(latencies.length / seconds, 1),
      done: Object.fromEntries(done),
      refused: Object.fromEntries(refused),
      milliseconds: { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) },
    }),
  };
}

const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0, 1);
}
