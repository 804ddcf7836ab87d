import type { Probe } from './access-matrix.ts';
import type { Prober } from './prober.ts';

/** The audit log that every service keeps. */
export function listAuditProbes(service: string, { get, send }: Prober): Probe[] {
  const path = `/v1/audit/${service}`;
  return [
    { route: `GET ${path}`, action: 'audit.read', ask: get(() => path) },
    { route: `GET ${path}/export`, action: 'audit.read', ask: get(() => `${path}/export`) },
    { route: `POST ${path}/verification`, action: 'audit.verify', ask: send('POST', () => `${path}/verification`, {}) },
  ];
}

/** Dead letters of a service that consumes. */
export function listDeadLetterProbes(path: string, { get, send }: Prober): Probe[] {
  return [
    { route: `GET ${path}`, action: 'operate', ask: get(() => path) },
    { route: `GET ${path}/:id`, action: 'operate', ask: get(() => `${path}/1`) },
    { route: `POST ${path}/:id/replay`, action: 'operate', ask: send('POST', () => `${path}/1/replay`, {}) },
    { route: `POST ${path}/:id/drop`, action: 'operate', ask: send('POST', () => `${path}/1/drop`, {}) },
  ];
}

/** The keys of a service that encrypts. */
export function listKeysProbes(path: string, { get, send }: Prober): Probe[] {
  return [
    { route: `GET ${path}`, action: 'operate', ask: get(() => path) },
    { route: `POST ${path}/rotation`, action: 'operate', ask: send('POST', () => `${path}/rotation`, {}) },
  ];
}
