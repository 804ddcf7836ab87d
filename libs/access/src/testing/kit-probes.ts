import type { Probe } from './access-matrix.ts';
import type { Prober } from './prober.ts';

/** What every service has by the kit: an audit log, and a view of its health. */
export function listKitProbes(service: string, { get, send }: Prober): Probe[] {
  const path = `/v1/audit/${service}`;
  return [
    { route: `GET ${path}`, action: 'audit.read', ask: get(() => path) },
    { route: `GET ${path}/export`, action: 'audit.read', ask: get(() => `${path}/export`) },
    { route: `POST ${path}/verification`, action: 'audit.verify', ask: send('POST', () => `${path}/verification`, {}) },
    { route: `GET /v1/operations/${service}`, action: 'operate', ask: get(() => `/v1/operations/${service}`) },
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

/** The rebuild of a service that consumes. */
export const listRebuildProbes = (path: string, { get, send }: Prober): Probe[] => [
  { route: `GET ${path}`, action: 'operate', ask: get(() => path) },
  { route: `POST ${path}`, action: 'operate', ask: send('POST', () => path, {}) },
];

/** The keys of a service that encrypts. */
export function listKeysProbes(path: string, { get, send }: Prober): Probe[] {
  return [
    { route: `GET ${path}`, action: 'operate', ask: get(() => path) },
    { route: `POST ${path}/rotation`, action: 'operate', ask: send('POST', () => `${path}/rotation`, {}) },
  ];
}
