/**
 * Makes the secrets that a stack in containers needs, a file for each of its readers:
 *
 *   node deploy/create-secrets.js                                  for docker compose, in deploy/secrets
 *   node deploy/create-secrets.js k8s/overlays/local/secrets       for the local Kubernetes overlay
 *
 * What is there already is kept, so it may be run again after an upgrade: it adds what a new service needs.
 * Needs Node alone, nothing installed.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Services with a schema of their own: the role they sign in as, and what else only they may know. */
const databaseServices = {
  catalogue: { role: 'motcua_catalogue' },
  'dossier-intake': { role: 'motcua_intake', more: createApplicantKeys },
  'kpi-aggregator': { role: 'motcua_kpi' },
};

/** `dossier-intake` → `SERVICE_ROLE_PASSWORD_DOSSIER_INTAKE`. */
export const toPasswordVariable = (service) => `SERVICE_ROLE_PASSWORD_${service.toUpperCase().replaceAll('-', '_')}`;

/**
 * @param known passwords that are in use already, by their variables
 * @returns file name → content: `<reader>.env` files of `NAME=value` lines (values unquoted: Compose and Kustomize both take
 *   them as they stand), and the key pair that signs tokens (jwks.json is public, signing-key.jwk.json is not)
 */
export function createSecretFiles(known = {}) {
  const take = (variable) => known[variable] ?? randomBytes(24).toString('hex');
  const passwords = { POSTGRES_PASSWORD: take('POSTGRES_PASSWORD') };
  const files = {};
  for (const [service, { role, more }] of Object.entries(databaseServices)) {
    const password = take(toPasswordVariable(service));
    passwords[toPasswordVariable(service)] = password;
    files[`${service}.env`] = toEnvFile({ DATABASE_URL: toDatabaseUrl(role, password), ...more?.() });
  }
  const { POSTGRES_PASSWORD, ...rolePasswords } = passwords;
  files['postgres.env'] = toEnvFile({ POSTGRES_PASSWORD });
  files['migrate.env'] = toEnvFile({ ADMIN_DATABASE_URL: toDatabaseUrl('postgres', POSTGRES_PASSWORD), ...rolePasswords });
  return { ...files, ...createSigningKey() };
}

const toDatabaseUrl = (user, password) => `postgres://${user}:${password}@postgres:5432/motcua`;
const toEnvFile = (values) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

/** AES-256 for applicants' columns, and the key of the hash by which they are found. Losing them loses those columns. */
function createApplicantKeys() {
  const key = () => randomBytes(32).toString('base64');
  return { APPLICANT_KEYS: JSON.stringify({ active: 'k1', keys: { k1: key() } }), APPLICANT_HASH_KEY: key() };
}

/** ES256. The names are those of `.motcua/secrets`, so that `MOTCUA_HOME=deploy motcua token …` signs with this key. */
function createSigningKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = { kid: randomBytes(6).toString('hex'), alg: 'ES256' };
  const toJson = (value) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    'jwks.json': toJson({ keys: [{ ...publicKey.export({ format: 'jwk' }), ...id, use: 'sig' }] }),
    'signing-key.jwk.json': toJson({ ...privateKey.export({ format: 'jwk' }), ...id }),
  };
}

function writeSecretFiles(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = createSecretFiles(readKnown(folder));
  // The key pair is one secret in two files: a new half beside an old one would refuse every token.
  const pair = ['jwks.json', 'signing-key.jwk.json'];
  const keepPair = pair.some((name) => existsSync(join(folder, name)));
  for (const [name, content] of Object.entries(files)) {
    const isKept = existsSync(join(folder, name)) && name !== 'migrate.env';
    if (isKept || (keepPair && pair.includes(name))) continue;
    writeFileSync(join(folder, name), content, { mode: 0o600 });
    console.log(`${join(folder, name)} written`);
  }
  chmodSync(join(folder, 'jwks.json'), 0o644); // Public, and read by the containers' own user.
  chmodSync(folder, 0o711);
}

function readKnown(folder) {
  const lines = ['postgres.env', 'migrate.env'].map((name) => join(folder, name)).filter(existsSync);
  const pairs = lines.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  return Object.fromEntries(pairs.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeSecretFiles(resolve(process.argv[2] ?? join(import.meta.dirname, 'secrets')));
}
