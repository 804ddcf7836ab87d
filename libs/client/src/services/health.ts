import { z } from 'zod';

/** What `GET /health/ready` answers, ready (200) or not (503). */
const Readiness = z.object({
  status: z.string(),
  reasons: z.array(z.string()).default([]),
  checks: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});

export interface ServiceHealth {
  readonly ready: boolean;
  readonly reasons: readonly string[];
  /** Events that a projection has still to apply; only projections say it. */
  readonly lag: number | undefined;
}

const ANSWER_WITHIN_MS = 5_000;

/** Where a service is, and where it says how it is: with reasons on the port of operations, with a bare status on its own. */
export interface AskedService {
  readonly url: string;
  readonly operations?: string | undefined;
}

/** Asks a service whether it can be used. Silence is an answer too: not ready, with the reason. */
export async function getServiceHealth({ url, operations = url }: AskedService): Promise<ServiceHealth> {
  try {
    const response = await fetch(new URL('/health/ready', operations), { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const readiness = Readiness.safeParse(await response.json());
    if (!readiness.success) return { ready: response.ok, reasons: [], lag: undefined };
    const { reasons, checks } = readiness.data;
    return { ready: response.ok, reasons: response.ok ? [] : reasons, lag: findLag(checks) };
  } catch (error) {
    return { ready: false, reasons: [toReason(error)], lag: undefined };
  }
}

/** Whether the process answers at all. */
export async function isLive({ url }: AskedService): Promise<boolean> {
  return fetch(new URL('/health/live', url), { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).then(
    (response) => response.ok,
    () => false,
  );
}

/** The largest `lag` among the checks' figures; a service may follow several topics. */
export function findLag(checks: Readonly<Record<string, Readonly<Record<string, unknown>>>>): number | undefined {
  const lags = Object.values(checks)
    .flatMap(({ lag }) => (typeof lag === 'number' || typeof lag === 'string' ? [Number(lag)] : []))
    .filter(Number.isFinite);
  return lags.length === 0 ? undefined : Math.max(...lags);
}

function toReason(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : undefined;
  if (code === 'ECONNREFUSED') return 'does not listen';
  return error instanceof Error && error.name === 'TimeoutError'
    ? 'does not answer'
    : `does not answer (${code ?? String(error)})`;
}
