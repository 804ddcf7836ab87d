import { findFreePort } from '@motcua/embedded';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Those whose address a newcomer's stack fixes: 8080, 1080 and 1025 where they are free. */
const named = ['gateway', 'mail', 'mail-smtp'];

/**
 * Has a stack find, as of an earlier run, ports that no other stack prefers. Two that start at the same moment would both see 8080 free,
 * and one of them take the other's gateway for its own.
 */
export async function giveOwnPorts(home: string): Promise<void> {
  const ports: Record<string, number> = {};
  for (const name of named) ports[name] = await findFreePort({ not: Object.values(ports) });
  await writeFile(join(home, 'ports.json'), JSON.stringify(ports));
}
