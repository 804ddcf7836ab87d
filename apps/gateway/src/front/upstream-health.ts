import type { HealthChecks, HealthReport } from '@motcua/http';
import type { Config } from '../config.ts';
import { upstreams } from '../routes.ts';

const timeoutMs = 1_500;

/** The gateway is ready when every service behind it is; why one is not, its own port of operations says. */
export function addUpstreamHealth(health: HealthChecks, config: Config): void {
  for (const [name, url] of Object.entries(upstreams(config))) health.add(name, () => askUpstream(url));
}

async function askUpstream(url: string): Promise<HealthReport> {
  const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(timeoutMs) }).catch(() => undefined);
  if (answer === undefined) return { ready: false, reason: 'cannot be reached' };
  await answer.body?.cancel();
  return answer.ok ? { ready: true } : { ready: false };
}
