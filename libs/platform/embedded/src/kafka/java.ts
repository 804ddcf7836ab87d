import { join } from 'node:path';
import { ensureJars } from '../jars.ts';
import { kafkaJars } from './kafka-jars.ts';

/** The `java` of JAVA_HOME if that is set, else the one on the PATH. */
export function findJava(env: NodeJS.ProcessEnv = process.env): string {
  const home = env['JAVA_HOME'];
  return home === undefined || home === '' ? 'java' : join(home, 'bin', process.platform === 'win32' ? 'java.exe' : 'java');
}

/** What goes before the main class's own arguments. `quickStart` compiles less: half the CPU at start, less speed later. */
export async function toJavaArguments(
  mainClass: string,
  options: { home: string; heapMb: number; quickStart: boolean; log: (line: string) => void },
): Promise<string[]> {
  const jars = await ensureJars(kafkaJars, options.log);
  return [
    `-Xmx${options.heapMb}m`,
    '-Xshare:auto',
    ...(options.quickStart ? ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'] : ['-XX:+UseG1GC', '-XX:MaxGCPauseMillis=20']),
    '-Djava.awt.headless=true',
    `-Dlog4j2.configurationFile=${join(options.home, 'log4j2.properties')}`,
    '-cp',
    join(jars, '*'),
    mainClass,
  ];
}
