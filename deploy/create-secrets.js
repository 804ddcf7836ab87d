/**
 * Makes the secrets that a stack in containers needs, a file for each of its readers:
 *
 *   node deploy/create-secrets.js                                  for docker compose, in deploy/secrets
 *   node deploy/create-secrets.js k8s/overlays/local/secrets       for the local Kubernetes overlay
 *
 * What is there already is kept, so it may be run again after an upgrade: it adds what a new service needs. For an overlay it also makes a
 * key of people's tokens, for a cluster that has no identity provider; Compose brings one.
 * Needs Node alone, nothing installed.
 */
import { generateKeyPairSync, randomBytes, randomInt, scryptSync } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Of the Redis that comes with both ways. Whoever has another writes its address, user and password here. */
const REDIS_URL = 'redis://redis:6379';

/** Services with a schema of their own: the role they sign in as, and what else only they may know. */
const databaseServices = {
  catalogue: { role: 'motcua_catalogue' },
  'dossier-intake': { role: 'motcua_intake', more: createApplicantKeys },
  'kpi-aggregator': { role: 'motcua_kpi' },
  'sla-timer': { role: 'motcua_sla', more: createReasonKeys },
  // More of its own by hand: SMTP_URL, MAIL_FROM, SMS_URL, SMS_TOKEN, … (docs/guides/deployment.md).
  notification: { role: 'motcua_notification', more: () => ({ REDIS_URL }) },
  'digitization-tracker': { role: 'motcua_digitization' },
  identity: { role: 'motcua_identity', more: createIdentityKeys },
  gateway: { role: 'motcua_gateway', more: () => ({ REDIS_URL, ...createSessionKeys() }) },
};

/** Services that ask others, and what for: as `serviceScopes` of libs/platform/auth says, to which a test holds it. */
const serviceScopes = {
  'dossier-intake': ['one-time-code:send'],
  'kpi-aggregator': ['ratings:read', 'institutional-figures:read'],
  notification: ['contact:read', 'board:read'],
  'digitization-tracker': ['applicant-ref:read'],
};
const toEntry = (service, publicKey) => ({ ...publicKey, service, scopes: serviceScopes[service] });

/** `dossier-intake` → `SERVICE_ROLE_PASSWORD_DOSSIER_INTAKE`. */
export const toPasswordVariable = (service) => `SERVICE_ROLE_PASSWORD_${service.toUpperCase().replaceAll('-', '_')}`;

/**
 * @param known passwords that are in use already, by their variables
 * @returns file name → content: `<reader>.env` files of `NAME=value` lines (values unquoted: Compose and Kustomize both take
 *   them as they stand), the accounts of the store of files, the key pair that signs people's tokens (jwks.json is its
 *   public half), the one that the gateway signs with for services (gateway-jwks.json), and one for each service that asks others (service-keys.json holds the public halves, each with its service and what that
 *   may ask for)
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
  const signing = createKeyPair();
  const gateway = createKeyPair();
  const services = Object.keys(serviceScopes).map((service) => [service, createKeyPair()]);
  return {
    ...files,
    'file-keys.env': toEnvFile(createFileKeys()),
    [PROVIDER_KEYS]: toJson({ keys: [createKeyPair().privateKey] }),
    [GATEWAY_SECRET]: `${randomBytes(32).toString('base64url')}\n`,
    ...toProgramFiles(programs.map((id) => ({ id, role: 'admin', secret: randomBytes(32).toString('base64url') }))),
    ...createStoreAccount(take('S3_SECRET_ACCESS_KEY')),
    [PEOPLES_KEYS]: toJson({ keys: [signing.publicKey] }),
    [SIGNING_KEY]: toJson(signing.privateKey),
    [GATEWAY_KEY]: toJson(gateway.privateKey),
    [GATEWAYS_KEYS]: toJson({ keys: [gateway.publicKey] }),
    ...Object.fromEntries(services.map(([service, { privateKey }]) => [toServiceKeyFile(service), toJson(privateKey)])),
    [SERVICE_KEYS]: toJson({ keys: services.map(([service, { publicKey }]) => toEntry(service, publicKey)) }),
  };
}

/** Programs of the provider that comes with Compose: the operator's commands, and the one-shot that brings reference data. */
const programs = ['operator', 'reference'];

/** All of them for the provider, and for each of ours its secret in a file of its own: who asks knows nobody else's. */
function toProgramFiles(accounts) {
  const ours = accounts.filter(({ id }) => programs.includes(id));
  return {
    [PROGRAMS]: toJson({ accounts }),
    ...Object.fromEntries(ours.map(({ id, secret }) => [toProgramSecretFile(id), `${secret}\n`])),
  };
}

/** Programs that are there keep their secrets; those of a later version come beside them. */
export function mergePrograms(files, find) {
  const stored = JSON.parse(find(PROGRAMS) ?? '{"accounts":[]}').accounts;
  const made = JSON.parse(files[PROGRAMS]).accounts;
  const missing = made.filter(({ id }) => !stored.some((account) => account.id === id));
  return { ...files, ...toProgramFiles([...stored, ...missing]) };
}

const toDatabaseUrl = (user, password) => `postgres://${user}:${password}@postgres:5432/motcua`;
const toEnvFile = (values) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

/** AES-256 for second factors and sessions at the provider that comes with Compose; cookies are signed by it. */
function createIdentityKeys() {
  return { IDENTITY_KEYS: JSON.stringify({ active: 'k1', keys: { k1: randomBytes(32).toString('base64') } }) };
}

/** AES-256 for what identity providers gave for a session. Losing them signs everybody out. */
function createSessionKeys() {
  return { SESSION_KEYS: JSON.stringify({ active: 's1', keys: { s1: randomBytes(32).toString('base64') } }) };
}

/** AES-256 for the reasons that heads give in words. */
function createReasonKeys() {
  return { REASON_KEYS: JSON.stringify({ active: 'k1', keys: { k1: randomBytes(32).toString('base64') } }) };
}

/** AES-256 for applicants' columns, and the key of the hash by which they are found. Losing them loses those columns. */
function createApplicantKeys() {
  const key = () => randomBytes(32).toString('base64');
  return { APPLICANT_KEYS: JSON.stringify({ active: 'k1', keys: { k1: key() } }), APPLICANT_HASH_KEY: key() };
}

/**
 * AES-256 for the keys of files' contents, and the key that names them in the store. A file of its own, so that an upgrade adds it beside
 * what is there. Losing FILE_KEYS loses every file.
 */
function createFileKeys() {
  const key = () => randomBytes(32).toString('base64');
  return { FILE_KEYS: JSON.stringify({ active: 'f1', keys: { f1: key() } }), FILE_NAME_KEY: key() };
}

/** The account with the store of files: for those who sign with it, and for the store (SeaweedFS) that checks what they sign. */
function createStoreAccount(secretKey) {
  const accessKey = 'motcua';
  const actions = ['Admin', 'Read', 'Write', 'List', 'Tagging'];
  return {
    'file-store.env': toEnvFile({ S3_ACCESS_KEY_ID: accessKey, S3_SECRET_ACCESS_KEY: secretKey }),
    [STORE_ACCOUNTS]: toJson({ identities: [{ name: 'motcua', credentials: [{ accessKey, secretKey }], actions }] }),
  };
}

/** Of people's tokens, where no identity provider signs them: in a cluster on one machine. */
const SIGNING_KEY = 'signing-key.jwk.json';
const PEOPLES_KEYS = 'jwks.json';
/** What the gateway signs for services with, and what they know it by. */
const GATEWAY_KEY = 'gateway-key.jwk.json';
const GATEWAYS_KEYS = 'gateway-jwks.json';
const SERVICE_KEYS = 'service-keys.json';
const toServiceKeyFile = (service) => `service-key-${service}.jwk.json`;
/** Of an earlier version: one key for all services, whose public half stood among the people's and could sign for any of them. */
const FORMER_SERVICE_KEY = 'service-key.jwk.json';
const STORE_ACCOUNTS = 'file-store.json';
/** Of the provider that comes with Compose: what signs its tokens, the gateway as its client, programs, and who signs in first. */
const PROVIDER_KEYS = 'identity-signing-keys.json';
const GATEWAY_SECRET = 'gateway-client-secret';
const PROGRAMS = 'service-accounts.json';
const toProgramSecretFile = (id) => `${id}-client-secret`;
const FIRST_ACCOUNTS = 'first-accounts.json';
const toJson = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** ES256. */
function createKeyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = { kid: randomBytes(6).toString('hex'), alg: 'ES256' };
  return {
    publicKey: { ...publicKey.export({ format: 'jwk' }), ...id, use: 'sig' },
    privateKey: { ...privateKey.export({ format: 'jwk' }), ...id },
  };
}

function writeSecretFiles(folder, { hasProvider }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const find = (name) => findText(join(folder, name));
  const {
    [SIGNING_KEY]: signingKey,
    [PEOPLES_KEYS]: peoplesKeys,
    ...others
  } = mergeKeys(createSecretFiles(readKnown(folder)), find);
  const ofPeople =
    signingKey === undefined ? { [PEOPLES_KEYS]: peoplesKeys } : { [SIGNING_KEY]: signingKey, [PEOPLES_KEYS]: peoplesKeys };
  const files = mergePrograms({ ...others, ...(hasProvider ? {} : ofPeople) }, find);
  // Of an earlier version: where a provider is, nobody takes what this key signs.
  if (hasProvider) for (const name of [SIGNING_KEY, PEOPLES_KEYS]) rmSync(join(folder, name), { force: true });
  for (const [name, content] of Object.entries(files)) {
    const kept = ['migrate.env', PEOPLES_KEYS, GATEWAYS_KEYS, SERVICE_KEYS, PROGRAMS].includes(name)
      ? undefined
      : findText(join(folder, name));
    const text = kept === undefined ? content : addLater(kept, content);
    if (findText(join(folder, name)) === text) continue;
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    console.log(`${join(folder, name)} written`);
  }
  const published = [GATEWAYS_KEYS, SERVICE_KEYS, ...(hasProvider ? [] : [PEOPLES_KEYS])];
  for (const name of published) chmodSync(join(folder, name), 0o644); // Public, and read by the containers' own user.
  for (const service of Object.keys(serviceScopes)) giveToContainers(join(folder, toServiceKeyFile(service)));
  rmSync(join(folder, FORMER_SERVICE_KEY), { force: true });
  if (existsSync(join(folder, SIGNING_KEY))) giveToContainers(join(folder, SIGNING_KEY));
  createAdministrator(join(folder, FIRST_ACCOUNTS));
  for (const name of [
    GATEWAY_KEY,
    STORE_ACCOUNTS,
    PROVIDER_KEYS,
    GATEWAY_SECRET,
    PROGRAMS,
    toProgramSecretFile('reference'),
    FIRST_ACCOUNTS,
  ])
    giveToContainers(join(folder, name));
  chmodSync(folder, 0o711);
}

/** What services have needed since a version that is in use: added to files that are there already. Nothing else in them is touched. */
const ADDED_LATER = /^(?:REASON_KEYS|SESSION_KEYS|DATABASE_URL)=/;

/** @returns the text of a file that is there, with the lines that a later version needs */
export function addLater(kept, made) {
  const nameOf = (line) => line.slice(0, line.indexOf('='));
  const known = new Set(kept.split('\n').map(nameOf));
  const missing = made.split('\n').filter((line) => ADDED_LATER.test(line) && !known.has(nameOf(line)));
  return missing.length === 0 ? kept : [kept.replace(/\n*$/, ''), ...missing, ''].join('\n');
}

/**
 * A private key and its public half are one secret in two files, so the sets of public keys are made of the private keys in force. What is
 * there stays: an upgrade adds the keys of services to secrets that have only the people's, and where somebody else signs people's tokens
 * (a jwks.json without a signing key) none is made for them. Two things do not stay: the one key that all services had in an earlier
 * version goes from the people's, and the scopes of our own services are those of this version. Keys of other services are kept.
 *
 * @param files as `createSecretFiles` makes them
 * @param find the text of a file that is there already, or undefined
 */
export function mergeKeys({ [SIGNING_KEY]: newSigningKey, ...files }, find) {
  const stored = find(PEOPLES_KEYS);
  const signingKey = find(SIGNING_KEY) ?? (stored === undefined ? newSigningKey : undefined);
  const keys = stored === undefined ? [toPublic(signingKey)] : JSON.parse(stored).keys;
  const former = find(FORMER_SERVICE_KEY);
  const own = former === undefined ? keys : keys.filter(({ kid }) => kid !== JSON.parse(former).kid);
  const gatewayKey = find(GATEWAY_KEY) ?? files[GATEWAY_KEY];
  const services = Object.keys(serviceScopes);
  const privateKeys = services.map((service) => [service, find(toServiceKeyFile(service)) ?? files[toServiceKeyFile(service)]]);
  const others = JSON.parse(find(SERVICE_KEYS) ?? '{"keys":[]}').keys.filter(({ service }) => !services.includes(service));
  return {
    ...files,
    ...(signingKey === undefined ? {} : { [SIGNING_KEY]: signingKey }),
    [GATEWAY_KEY]: gatewayKey,
    [GATEWAYS_KEYS]: find(GATEWAYS_KEYS) ?? toJson({ keys: [toPublic(gatewayKey)] }),
    [PEOPLES_KEYS]: stored !== undefined && own.length === keys.length ? stored : toJson({ keys: own }),
    ...Object.fromEntries(privateKeys.map(([service, text]) => [toServiceKeyFile(service), text])),
    [SERVICE_KEYS]: toJson({ keys: [...privateKeys.map(([service, text]) => toEntry(service, toPublic(text))), ...others] }),
  };
}

function toPublic(text) {
  const { d: _secret, ...members } = JSON.parse(text);
  return { ...members, use: 'sig' };
}

/** Compose hands a file over as it lies on the host; the containers' user 1000 must be able to read it, and nobody else needs to. */
function giveToContainers(file) {
  if (process.getuid?.() === 1000) return;
  try {
    chownSync(file, 1000, 1000);
  } catch {
    chmodSync(file, 0o644);
    console.log(`${file} can be read by every user of this machine: run this as root, or as user 1000, and it cannot`);
  }
}

/** Who makes all other accounts. The password is for one sign-in and shown here, this once: the file holds its hash. */
function createAdministrator(file) {
  if (existsSync(file)) return;
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  const password = Array.from({ length: 16 }, () => letters[randomInt(letters.length)])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
  const account = {
    id: 'quan-tri',
    displayName: 'Quản trị hệ thống',
    posts: [{ role: 'admin' }],
    passwordHash: hashPassword(password),
  };
  writeFileSync(file, toJson({ accounts: [account] }), { mode: 0o600 });
  console.log(`${file} written: sign in as quan-tri with ${password}, once; you are asked for a password of your own`);
}

/** As `@motcua/auth/passwords` writes it, to which a test holds it. */
export function hashPassword(password) {
  const salt = randomBytes(16);
  const key = scryptSync(password.normalize('NFKC'), salt, 32, { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 26 });
  return `$scrypt$ln=15,r=8,p=3$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

const findText = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

function readKnown(folder) {
  const lines = ['postgres.env', 'migrate.env', 'file-store.env'].map((name) => join(folder, name)).filter(existsSync);
  const pairs = lines.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  return Object.fromEntries(pairs.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const overlay = process.argv[2];
  writeSecretFiles(resolve(overlay ?? join(import.meta.dirname, 'secrets')), { hasProvider: overlay === undefined });
}
