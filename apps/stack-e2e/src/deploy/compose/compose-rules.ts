import { listConfigProblems, parseEnvFile, type Environment } from '../environment.ts';
import { unless } from '../problem.ts';
import { isPinned, type ServiceProject } from '../repository.ts';
import type { Compose, ComposeService } from './read-compose.ts';

export interface ComposeContext {
  /** What the operator has set in the shell or in `.env`; nothing unless told. */
  readonly variables?: Environment;
  readonly services: readonly ServiceProject[];
  /** File name → content, as `deploy/create-secrets.js` writes them to `deploy/secrets`. */
  readonly secretFiles: Readonly<Record<string, string>>;
}

/** What is wrong with our compose file though its schema allows it; empty when all is well. */
export async function listComposeProblems(compose: Compose, context: ComposeContext): Promise<string[]> {
  const services = Object.entries(compose.services ?? {});
  const ofEach = services.flatMap(([name, service]) =>
    [...listContainerProblems(service, isOneShot(compose, name)), ...listMissingFiles(service, context)].map(
      (problem) => `${name}: ${problem}`,
    ),
  );
  const published = services.filter(([name, { ports }]) => ports !== undefined && name !== 'gateway');
  const ofProjects: string[] = [];
  for (const project of context.services) ofProjects.push(...(await listProjectProblems(project, compose, context)));
  return [...ofEach, ...published.map(([name]) => `${name}: publishes a port, only the gateway may`), ...ofProjects];
}

/** A container that others wait for until it has ended, or that is started again only where it failed. */
export function isOneShot(compose: Compose, name: string): boolean {
  if (compose.services?.[name]?.restart?.startsWith('on-failure') === true) return true;
  return Object.values(compose.services ?? {}).some(({ depends_on: needs = [] }) =>
    Array.isArray(needs) ? false : needs[name]?.condition === 'service_completed_successfully',
  );
}

function listContainerProblems(service: ComposeService, isOneShot: boolean): string[] {
  const { image, healthcheck, mem_limit: memory, restart } = service;
  return [
    ...unless(image !== undefined && isPinned(image), `image ${String(image)} is not pinned`),
    ...unless(memory !== undefined, 'has no memory limit'),
    ...unless(isOneShot || healthcheck?.test !== undefined, 'has no health check'),
    ...unless(isOneShot || restart === 'unless-stopped', 'is not restarted when it dies'),
  ];
}

function listMissingFiles(service: ComposeService, { secretFiles }: ComposeContext): string[] {
  const missing = toSecretFileNames(service).filter((name) => secretFiles[name] === undefined);
  return missing.map((name) => `deploy/create-secrets.js does not write ${name}`);
}

async function listProjectProblems({ name }: ServiceProject, compose: Compose, context: ComposeContext): Promise<string[]> {
  const service = compose.services?.[name];
  if (service === undefined) return [`${name}: is no service of docker-compose.yml`];
  const { command, healthcheck } = service;
  return [
    ...unless(String(command) === `apps/${name}/dist/main.js`, `${name}: runs ${String(command)}`),
    ...listKeyProblems(name, service),
    ...unless(String(healthcheck?.test).includes('/health/ready'), `${name}: its health check does not ask /health/ready`),
    ...listOperationsProblems(name, service),
    ...(await listConfigProblems(name, toEnvironment(service, context))),
  ];
}

/** Metrics and reasons are asked for inside the network: a port of their own, which nobody publishes. */
function listOperationsProblems(name: string, { environment = {}, ports = [] }: ComposeService): string[] {
  const { OPERATIONS_PORT: port, PORT: own } = environment as Environment;
  const published = ports.flatMap((entry) => (typeof entry === 'string' && entry.endsWith(`:${String(port)}`) ? [entry] : []));
  return [
    ...unless(port !== undefined && port !== own, `${name}: has no port of operations`),
    ...published.map((entry) => `${name}: publishes its operations as ${entry}`),
  ];
}

/** A private key is for the service that signs with it: another one's in a container is another one's name in the wrong hands. */
function listKeyProblems(name: string, { secrets = [], environment = {} }: ComposeService): string[] {
  const own = `service-key-${name}`;
  const keys = secrets
    .map((secret) => (typeof secret === 'string' ? secret : (secret.source ?? '')))
    .filter((one) => one.startsWith('service-key'));
  const { SERVICE_KEY: path } = environment as Environment;
  return [
    ...keys.filter((key) => key !== own).map((key) => `${name}: is given ${key}`),
    ...unless(
      path === undefined || (path === `/run/secrets/${own}` && keys.includes(own)),
      `${name}: SERVICE_KEY is not its own key`,
    ),
  ];
}

/** What the container's process will find in its environment. */
export function toEnvironment(
  service: ComposeService,
  { secretFiles, variables = {} }: Pick<ComposeContext, 'secretFiles' | 'variables'>,
): Environment {
  const secret = toSecretFileNames(service).map((name) => parseEnvFile(secretFiles[name] ?? ''));
  const given = Object.entries(service.environment ?? {}).map(([name, value]) => [name, interpolate(String(value), variables)]);
  return Object.assign({}, ...secret, Object.fromEntries(given)) as Environment;
}

/** `${NAME:-default}` as Compose reads it: the innermost first, as a default may be another variable. */
export function interpolate(value: string, variables: Environment): string {
  const replaced = value.replace(/\$\{([A-Z_]+):-([^${}]*)\}/g, (_all, name: string, other: string) => variables[name] || other);
  return replaced === value ? value : interpolate(replaced, variables);
}

const toSecretFileNames = ({ env_file: files = [] }: ComposeService): string[] =>
  [files].flat().map((file) => file.replace(/^deploy\/secrets\//, ''));
