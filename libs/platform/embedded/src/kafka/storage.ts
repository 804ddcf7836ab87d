import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from '../child-process.ts';
import { createClusterId } from './cluster-id.ts';
import { findJava, toJavaArguments } from './java.ts';
import { toScramArguments, type SecureListener } from './secure-listener.ts';
import { toServerProperties, type KafkaPorts } from './settings.ts';

/** Formats the storage folder if there is none. It is made under another name and renamed, so a cut-off run leaves no half one. */
export async function prepareStorage(
  home: string,
  { ports, secure }: { readonly ports: KafkaPorts; readonly secure?: SecureListener | undefined },
  log: (line: string) => void,
): Promise<void> {
  const data = join(home, 'data');
  if ((await stat(join(data, 'meta.properties')).catch(() => undefined)) !== undefined) return;

  const half = join(home, 'data.new');
  const properties = join(home, 'format.properties');
  await Promise.all([rm(half, { recursive: true, force: true }), rm(data, { recursive: true, force: true })]);
  await mkdir(half);
  await writeFile(properties, toServerProperties({ dataDir: half, ports, secure }));

  const java = await toJavaArguments('kafka.tools.StorageTool', { home, heapMb: 128, quickStart: true, log });
  const format = await startChild({
    file: findJava(),
    args: [
      ...java,
      'format',
      '-t',
      createClusterId(),
      '-c',
      properties,
      ...(secure === undefined ? [] : toScramArguments(secure)),
    ],
    onLine: log,
  });
  const { code, lastLines } = await format.exited;
  if (code !== 0) throw new Error(`Kafka's storage could not be formatted (exit code ${String(code)}):\n${lastLines.join('\n')}`);
  await rename(half, data);
  await rm(properties, { force: true });
}
