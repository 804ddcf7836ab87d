import { withoutDatabaseText } from '@motcua/observability';
export interface HealthReport {
  readonly ready: boolean;
  /** Why not, for people. */
  readonly reason?: string;
  /** Figures worth seeing whether ready or not, e.g. `{ lag: 0 }`; spread into the answer. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export type HealthCheck = () => HealthReport | Promise<HealthReport>;

/**
 * What there is a check for: `answers`, without which no request can be answered; `work`, without which something waits in the background
 * that requests do not wait for.
 */
export type Need = 'answers' | 'work';

export interface Readiness {
  readonly status: 'ready' | 'not-ready';
  readonly reasons: readonly string[];
  readonly checks: Readonly<Record<string, Record<string, unknown>>>;
}

const checkTimeoutMs = 2_000;

/** What a service needs in order to be of use. Each part of the service adds its own check, at construction or on init. */
export class HealthChecks {
  readonly #checks = new Map<string, { readonly check: HealthCheck; readonly need: Need }>();
  #stopping = false;

  add(name: string, check: HealthCheck, need: Need = 'work'): void {
    this.#checks.set(name, { check, need });
  }

  /** From now on never ready: traffic goes elsewhere while the last requests are answered. */
  stop(): void {
    this.#stopping = true;
  }

  async readiness(): Promise<Readiness> {
    const checks = [...this.#checks].map(async ([name, { check }]) => [name, await runCheck(check)] as const);
    return this.#toReadiness(await Promise.all(checks));
  }

  /** Whether requests can be answered, whatever else is amiss: a broker that is away must not keep people from what needs none. */
  async isServing(): Promise<boolean> {
    const needed = [...this.#checks.values()].filter(({ need }) => need === 'answers');
    const reports = await Promise.all(needed.map(({ check }) => runCheck(check)));
    return !this.#stopping && reports.every(({ ready }) => ready);
  }

  #toReadiness(reports: readonly (readonly [string, HealthReport])[]): Readiness {
    const reasons = reports.filter(([, { ready }]) => !ready).map(([name, { reason }]) => `${name}: ${reason ?? 'not ready'}`);
    if (this.#stopping) reasons.push('service: is stopping');
    const checks = reports.map(([name, { details, ...report }]) => [name, { ...report, ...details }] as const);
    return { status: reasons.length === 0 ? 'ready' : 'not-ready', reasons, checks: Object.fromEntries(checks) };
  }
}

async function runCheck(check: HealthCheck): Promise<HealthReport> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<HealthReport>((resolve) => {
    timer = setTimeout(() => {
      resolve({ ready: false, reason: `no answer within ${checkTimeoutMs} ms` });
    }, checkTimeoutMs);
  });
  try {
    return await Promise.race([check(), timeout]);
  } catch (error) {
    return { ready: false, reason: withoutDatabaseText(error instanceof Error ? error.message : String(error), error) };
  } finally {
    clearTimeout(timer);
  }
}
