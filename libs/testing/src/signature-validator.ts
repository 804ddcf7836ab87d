import { ensureJars, findJava } from '@motcua/embedded';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const folder = resolve(import.meta.dirname, '../signature-validator');
const validatorJars = { name: 'signature-validator', pomFile: join(folder, 'pom.xml') };

/** What another validator (DSS, of the European Commission) says of the first signature of a file. */
export interface SignatureOpinion {
  readonly indication: 'TOTAL_PASSED' | 'INDETERMINATE' | 'TOTAL_FAILED' | '';
  /** Why it is not passed, in its words. */
  readonly subIndication: string;
  /** FULL: all of the document is signed; PARTIAL: a part of it. */
  readonly scopes: string;
}

/**
 * Asks it of several files at once, in some seconds. Nothing is fetched from anywhere.
 *
 * @param trust certificates of authorities and their revocation lists, DER
 * @returns by the names of the files
 */
export async function askSignatureValidator(
  files: Readonly<Record<string, Uint8Array>>,
  trust: { readonly anchors: readonly Uint8Array[]; readonly revocationLists: readonly Uint8Array[] },
): Promise<Readonly<Record<string, SignatureOpinion>>> {
  const jars = await ensureJars(validatorJars, () => undefined);
  const work = await mkdtemp(join(tmpdir(), 'motcua-signatures-'));
  try {
    await Promise.all([
      ...trust.anchors.map((der, index) => writeFile(join(work, `${index}.crt`), der)),
      ...trust.revocationLists.map((der, index) => writeFile(join(work, `${index}.crl`), der)),
      ...Object.entries(files).map(([name, bytes]) => writeFile(join(work, name), bytes)),
    ]);
    const program = ['-cp', join(jars, '*'), '-XX:TieredStopAtLevel=1', join(folder, 'Validate.java'), work];
    const paths = Object.keys(files).map((name) => join(work, name));
    const { stdout } = await promisify(execFile)(findJava(), [...program, ...paths], { maxBuffer: 16_777_216 });
    return Object.fromEntries(
      [...stdout.matchAll(/^VERDICT (\S+) ?(\S*) ?(\S*) ?(\S*)/gm)].map(([, name = '', ...overrides]) => [
        name,
        toOpinion(overrides),
      ]),
    );
  } finally {
    await rm(work, { recursive: true });
  }
}

const toOpinion = ([indication = '', subIndication = '', scopes = '']: readonly string[]): SignatureOpinion => ({
  indication: indication as SignatureOpinion['indication'],
  subIndication,
  scopes,
});
