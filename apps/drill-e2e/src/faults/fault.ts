import type { House } from '../house/house.ts';
import type { Violation } from '../oracle/violation.ts';
import type { Clients } from '../workload/clients.ts';

/** A fault that has been put in. */
export interface Struck {
  /** How often it was seen to have struck: 0 where it missed. */
  readonly times: () => number | Promise<number>;
  /** Where a standby took over: how long after the death. */
  readonly takeoverMs?: number;
  /** Makes whole again what the fault leaves broken; resolves when it is. */
  readonly heal: () => Promise<void>;
  /** What was not as it was promised while it was healed. */
  readonly violations?: () => readonly Violation[];
}

/** A way in which a part of the house fails. */
export interface Fault {
  /** Its class: what the evidence is counted under. */
  readonly name: string;
  /** What it can strike. */
  readonly targets: readonly string[];
  /** What it strikes, where that is not its target: two faults of one thing would undo each other. */
  readonly on?: string;
  /** How long it lasts until it is healed, at least and at most. */
  readonly lastsMs: readonly [number, number];
  /** It takes minutes: it strikes alone, and never beside another one. */
  readonly isLong?: true;
  /** What has to be there before the schedule begins, and is no part of it. */
  readonly prepare?: (house: House) => Promise<void>;
  readonly inject: (house: House, target: string, random: () => number, clients: Clients) => Promise<Struck>;
}

/** The services of a stack: the public edge, those that write, those that follow. */
export const services = [
  'catalogue',
  'dossier-intake',
  'sla-timer',
  'kpi-aggregator',
  'notification',
  'digitization-tracker',
  'identity',
  'gateway',
] as const;

/** For a fault that heals by itself. */
export const nothing = (): Promise<void> => Promise.resolve();
