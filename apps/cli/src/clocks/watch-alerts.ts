import type { ClockLine, ClockState, Notice } from '@motcua/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { listClocks } from './clock-client.ts';
import { listNewestNotices } from '../notices/notice-client.ts';
import type { GatewayClient } from '@motcua/client';

/** In the order in which they press. */
export const watchedStates = ['breached', 'due-soon', 'running', 'paused'] as const satisfies readonly ClockState[];
type WatchedState = (typeof watchedStates)[number];

export interface AlertState {
  readonly unit: string;
  readonly counts: Readonly<Partial<Record<WatchedState, number>>>;
  /** What runs out next: warned of already, then the others, the soonest first. */
  readonly clocks: readonly ClockLine[];
  /** The notices of staff, newest first. */
  readonly alerts: readonly Notice[];
  /** false while somebody does not answer; what is shown is then what was. */
  readonly connected: boolean;
}

export interface AlertWatch {
  state(): AlertState;
  /** Counts up with everything that changed. */
  changes(): number;
  /** Reads until the signal. */
  run(signal: AbortSignal): Promise<void>;
}

const EVERY_MS = 3_000;
const KEPT_ALERTS = 20;
const READ = 100;
/** Applicants are notified of every change of status: among so many notices there are some for staff. */
const DEEP_READ = 500;

/** Follows the clocks of a unit and everything below it, and the notices of staff. */
export function createAlertWatch(client: GatewayClient, unit: string, rows: number): AlertWatch {
  let state: AlertState = { unit, counts: {}, clocks: [], alerts: [], connected: true };
  let changes = 0;
  let newest: string | undefined;
  const change = (part: Partial<AlertState>): void => {
    const next = { ...state, ...part };
    // Compared as what is shown, so that a screen stands still while nothing happens.
    if (JSON.stringify(next) !== JSON.stringify(state)) changes += 1;
    state = next;
  };
  /** Where a whole page is new, as at first or in a flood, there may be more behind it. */
  const readNotices = async (): Promise<Notice[]> => {
    const page = await listNewestNotices(client, unit, READ);
    const isAllNew = page.length === READ && page.every(({ id }) => id !== newest);
    const notices = isAllNew ? await listNewestNotices(client, unit, DEEP_READ) : page;
    newest = notices[0]?.id;
    return notices;
  };
  const read = async (): Promise<void> => {
    const [clocks, notices] = await Promise.all([readClocks(client, unit, rows), readNotices()]);
    const known = new Set(notices.map(({ id }) => id));
    const alerts = [...notices.filter(isForStaff), ...state.alerts.filter(({ id }) => !known.has(id))].slice(0, KEPT_ALERTS);
    change({ ...clocks, alerts, connected: true });
  };
  return {
    state: () => state,
    changes: () => changes,
    async run(signal) {
      while (!signal.aborted) {
        await read().catch(() => {
          change({ connected: false });
        });
        await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}

const isForStaff = ({ recipient }: Notice): boolean => recipient.kind === 'staff' || recipient.kind === 'nobody';

async function readClocks(client: GatewayClient, unit: string, rows: number): Promise<Pick<AlertState, 'counts' | 'clocks'>> {
  const lists = await Promise.all(
    watchedStates.map(async (state) => ({ state, list: await listClocks(client, { unit, state }, rows) })),
  );
  const counts = Object.fromEntries(lists.map(({ state, list }) => [state, list.count]));
  const next = lists.filter(({ state }) => state === 'due-soon' || state === 'running').flatMap(({ list }) => list.clocks);
  return { counts, clocks: next.slice(0, rows) };
}
