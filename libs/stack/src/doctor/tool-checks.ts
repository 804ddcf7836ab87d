import { executable, findJava, hasJars, kafkaJars, preparePlaces } from '@motcua/embedded';
import type { StackPaths } from '../state/stack-paths.ts';
import type { Check } from './check.ts';
import { runTool } from '../processes/run-tool.ts';
import { isAtLeast, parseJavaVersion, parseMavenVersion, parseNodeVersion } from './versions.ts';

/**
 * What this process runs on: the launcher has moved on to the Node that npm brought, where the machine's own was older and there is one.
 * 24.11 is the first of the 24 line with long-term support; everything is tested on that line.
 */
export function checkNode(version = process.version): Check {
  const parsed = parseNodeVersion(version);
  if (parsed !== undefined && isAtLeast(parsed, { major: 24, minor: 11 })) return { name: 'Node', ok: true, found: version };
  return { name: 'Node', ok: false, problem: `is ${version}, 24.11 or newer is needed`, missing: 'node' };
}

export async function checkJava(): Promise<Check> {
  const output = await runTool(findJava(), ['-version']);
  if (output === undefined)
    return { name: 'Java', ok: false, problem: 'is not installed, 17 or newer is needed to run Kafka', missing: 'java' };
  const version = parseJavaVersion(output);
  if (version !== undefined && isAtLeast(version, { major: 17, minor: 0 })) {
    return { name: 'Java', ok: true, found: `${version.major}.${version.minor}` };
  }
  return {
    name: 'Java',
    ok: false,
    problem: `is ${version?.major ?? 'of an unknown version'}, 17 or newer is needed to run Kafka`,
    missing: 'java',
  };
}

/** Maven fetches Kafka once; afterwards it is not needed. */
export async function checkMaven(): Promise<Check> {
  if (await hasJars(kafkaJars)) return { name: 'Maven', ok: true, found: 'not needed, Kafka is in the cache' };
  const output = await runTool('mvn', ['-v']);
  const version = output === undefined ? undefined : parseMavenVersion(output);
  if (version !== undefined) return { name: 'Maven', ok: true, found: `${version.major}.${version.minor}` };
  return { name: 'Maven', ok: false, problem: 'is not installed, it is needed once to fetch Kafka', missing: 'maven' };
}

/** Runs the server as the user it will run as: that proves the binaries, their libraries, and that he can reach them. */
export async function checkPostgresBinaries(paths: StackPaths): Promise<Check> {
  const name = 'PostgreSQL';
  try {
    const { binaries, user } = await preparePlaces(paths.postgres);
    const output = await runTool(executable(binaries, 'postgres'), ['--version'], user);
    if (output !== undefined) return { name, ok: true, found: output.replace(/^postgres \(PostgreSQL\) /, '').trim() };
    return { name, ok: false, problem: 'binaries are there and do not run', missing: 'postgres-binaries' };
  } catch (error) {
    const problem = `cannot be started: ${error instanceof Error ? error.message : String(error)}`;
    return { name, ok: false, problem, missing: 'postgres-binaries' };
  }
}
