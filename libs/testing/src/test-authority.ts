import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface ServerCertificate {
  /** PEM. */
  readonly certificate: string;
  /** PKCS#8, PEM. */
  readonly key: string;
}

/** A certificate authority that exists for one suite. */
export interface TestAuthority {
  /** File with its certificate, PEM. */
  readonly file: string;
  /** Of a server with these names: `DNS:localhost`, `IP:127.0.0.1`. */
  readonly issue: (names: readonly string[]) => Promise<ServerCertificate>;
  readonly remove: () => Promise<void>;
}

const run = promisify(execFile);

/** Makes one with `openssl`, which must be installed. */
export async function createTestAuthority(): Promise<TestAuthority> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-authority-'));
  const path = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): Promise<unknown> => run('openssl', args, { cwd: folder });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  await openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '2',
    '-subj',
    '/CN=Motcua test authority',
  );
  return {
    file: path('ca.pem'),
    async issue(names) {
      await openssl('req', ...newKey, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=motcua-test');
      await writeFile(path('names'), `subjectAltName=${names.join(',')}\n`);
      const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
      await openssl('x509', '-req', '-in', 'server.csr', ...signed, '-out', 'server.pem');
      return { certificate: await readFile(path('server.pem'), 'utf8'), key: await readFile(path('server.key'), 'utf8') };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
