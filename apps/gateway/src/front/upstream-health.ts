import type { HealthChecks, HealthReport } from '@motcua/http';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { upstreams } from '../routes.ts';

const timeoutMs = 1_500;
const Readiness = z.object({ reasons: z.array(z.string()).default([]), checks: z.record(z.string(), z.unknown()).default({}) });

/** The gateway is ready when every service behind it is; what each of them says of itself is passed on. */
export function addUpstreamHealth(health: HealthChecks, config: Config): void {
  for (const [name, url] of Object.entries(upstreams(config))) health.add(name, () => askUpstream(url));
}

async function askUpstream(url: string): Promise<HealthReport> {
  const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(timeoutMs) }).catch(() => undefined);
  if (answer === undefined) return { ready: false, reason: 'cannot be reached' };
  const { reasons, checks } = Readiness.parse(await answer.json());
  return answer.ok ? { ready: true, details: { checks } } : { ready: false, reason: reasons.join('; '), details: { checks } };
}
