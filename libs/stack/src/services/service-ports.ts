import { findFreePort } from '@motcua/embedded';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../state/json-file.ts';
import type { ServiceDefinition } from './services.ts';
import type { StackPaths } from '../state/stack-paths.ts';

const Ports = z.record(z.string(), z.number().int());
type Ports = z.infer<typeof Ports>;

/** A port for each service: the one of the last run, else the one it prefers, else any; whichever is taken gives way to a free one. */
export async function choosePorts(
  services: readonly Pick<ServiceDefinition, 'name' | 'preferredPort'>[],
  last: Readonly<Ports>,
  find: typeof findFreePort = findFreePort,
): Promise<Ports> {
  const chosen: Ports = {};
  for (const { name, preferredPort } of services) {
    const promised = Object.values(chosen);
    chosen[name] = await find({ prefer: last[name] ?? preferredPort, not: promised });
  }
  return chosen;
}

/** Chooses and remembers: `ports.json` outlives `stack.json`, so that addresses survive a stop. */
export async function prepareServicePorts(
  paths: StackPaths,
  services: readonly ServiceDefinition[],
): Promise<Record<string, string>> {
  const last = Ports.safeParse(await readJsonFile(paths.portsFile).catch(() => undefined));
  const ports = await choosePorts(services, last.success ? last.data : {});
  await writeJsonFile(paths.portsFile, ports);
  return Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, `http://127.0.0.1:${port}`]));
}
