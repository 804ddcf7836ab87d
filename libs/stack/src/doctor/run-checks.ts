import type { StackPaths } from '../state/stack-paths.ts';
import type { Check } from './check.ts';
import { checkGivenDatabase, checkGivenKafka, checkGivenScanner, checkGivenStore } from './given-checks.ts';
import { checkDisk, checkMemory, checkPorts, checkWriteAccess } from './machine-checks.ts';
import { checkJava, checkMaven, checkNode, checkPostgresBinaries } from './tool-checks.ts';

/** Everything `motcua up` needs here. A server that is given needs nothing to be installed, it has to answer. */
export async function runChecks(paths: StackPaths, env: NodeJS.ProcessEnv = process.env): Promise<Check[]> {
  const { DATABASE_URL: database = '', KAFKA_BROKERS: brokers = '', S3_ENDPOINT: store = '', CLAMD: scanner = '' } = env;
  return Promise.all([
    Promise.resolve(checkNode()),
    ...(brokers === '' ? [checkJava(), checkMaven()] : [checkGivenKafka(brokers)]),
    database === '' ? checkPostgresBinaries(paths) : checkGivenDatabase(database),
    ...(store === '' ? [] : [checkGivenStore(store)]),
    ...(scanner === '' ? [] : [checkGivenScanner(scanner)]),
    checkMemory(),
    checkDisk(paths),
    checkWriteAccess(paths),
    checkPorts(),
  ]);
}
