import { join } from 'node:path';
import { toGatewayKeyFile, toTrustedKeysFile } from '../keys/gateway-key.ts';
import { getInheritedEnvironment, providerVariables, storageVariables } from '../processes/inherited-environment.ts';
import { toFirstAccountsFile } from '../keys/first-accounts.ts';
import { toGatewaySecretFile, toIdentityKeysFile } from '../keys/identity-keys.ts';
import { toServiceAccountsFile } from '../keys/service-accounts.ts';
import type { MailAddresses } from './mail-addresses.ts';
import type { StackSecrets } from '../keys/secrets.ts';
import { toServiceKeyFile, toServiceKeysFile } from '../keys/service-keys.ts';
import type { StackPaths } from '../state/stack-paths.ts';
import { workspaceRoot } from '../state/workspace-root.ts';
import { AUTH_AUDIENCE, AUTH_ISSUER } from '@motcua/client';

/** What a service's environment is made of. */
export interface ServiceContext {
  readonly paths: StackPaths;
  readonly secrets: StackSecrets;
  /** Superuser URL of the product's database. */
  readonly adminUrl: string;
  readonly brokers: string;
  /** Address of every service and of its operations, also of those that do not run yet: ports are chosen before anything starts. */
  readonly urls: Readonly<Record<string, string>>;
  readonly mail: MailAddresses;
  /** For the gateway of a stack that tests started. */
  readonly testIssuer: Readonly<Record<string, string>>;
}

export interface ServiceDefinition {
  readonly name: string;
  /** Its runtime role in PostgreSQL; a service without one has no database and no migrations. */
  readonly role?: string;
  readonly preferredPort?: number;
  readonly environment?: (context: ServiceContext) => Record<string, string>;
}

const takeGiven = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));

/** An address by the name it was chosen under. */
export const urlOf = ({ urls }: ServiceContext, name: string): string => urls[name] ?? '';

/** The name under which the port of a service's operations is chosen. */
export const toOperationsName = (service: string): string => `${service}.operations`;

/** As `npm run build` leaves it. */
const consoleFolder = join(workspaceRoot, 'apps/console/dist');

/** The services of the stack in the order they start; they stop in the opposite order, the public edge first. */
export const services = [
  {
    name: 'catalogue',
    role: 'motcua_catalogue',
    environment: ({ paths }) => ({ SERVICE_KEYS: toServiceKeysFile(paths) }),
  },
  {
    name: 'dossier-intake',
    role: 'motcua_intake',
    environment: (context) => ({
      SERVICE_KEYS: toServiceKeysFile(context.paths),
      SERVICE_KEY: toServiceKeyFile(context.paths, 'dossier-intake'),
      NOTIFICATION_URL: urlOf(context, 'notification'),
      PUBLIC_URL: urlOf(context, 'gateway'),
      APPLICANT_KEYS: JSON.stringify(context.secrets.applicantKeys),
      APPLICANT_HASH_KEY: context.secrets.applicantHashKey,
    }),
  },
  {
    name: 'sla-timer',
    role: 'motcua_sla',
    environment: ({ secrets }) => ({ REASON_KEYS: JSON.stringify(secrets.reasonKeys) }),
  },
  {
    name: 'kpi-aggregator',
    role: 'motcua_kpi',
    environment: (context) => ({
      SERVICE_KEYS: toServiceKeysFile(context.paths),
      SERVICE_KEY: toServiceKeyFile(context.paths, 'kpi-aggregator'),
      // A report says where it is found.
      PUBLIC_URL: urlOf(context, 'gateway'),
    }),
  },
  {
    name: 'notification',
    role: 'motcua_notification',
    environment: (context) => ({
      ...takeGiven(providerVariables),
      SERVICE_KEYS: toServiceKeysFile(context.paths),
      SERVICE_KEY: toServiceKeyFile(context.paths, 'notification'),
      INTAKE_URL: urlOf(context, 'dossier-intake'),
      KPI_URL: urlOf(context, 'kpi-aggregator'),
      PUBLIC_URL: urlOf(context, 'gateway'),
      SMTP_URL: context.mail.smtp,
    }),
  },
  {
    name: 'digitization-tracker',
    role: 'motcua_digitization',
    environment: (context) => ({
      ...takeGiven(storageVariables),
      FILE_KEYS: JSON.stringify(context.secrets.fileKeys),
      FILE_NAME_KEY: context.secrets.fileNameKey,
      STORE_DIR: context.paths.store,
      STAGING_DIR: context.paths.staging,
      SERVICE_KEY: toServiceKeyFile(context.paths, 'digitization-tracker'),
      INTAKE_URL: urlOf(context, 'dossier-intake'),
    }),
  },
  {
    name: 'identity',
    role: 'motcua_identity',
    environment: (context) => ({
      // Browsers reach it through the gateway: one origin for all of it.
      PUBLIC_URL: urlOf(context, 'gateway'),
      GATEWAY_INTERNAL_URL: urlOf(context, 'gateway'),
      GATEWAY_CLIENT_SECRET_FILE: toGatewaySecretFile(context.paths),
      IDENTITY_KEYS: JSON.stringify(context.secrets.identityKeys),
      SIGNING_KEYS: toIdentityKeysFile(context.paths),
      SERVICE_ACCOUNTS: toServiceAccountsFile(context.paths),
      FIRST_ACCOUNTS: toFirstAccountsFile(context.paths),
    }),
  },
  {
    name: 'gateway',
    role: 'motcua_gateway',
    preferredPort: 8080,
    environment: (context) => ({
      ...context.testIssuer,
      GATEWAY_SIGNING_KEY: toGatewayKeyFile(context.paths),
      PUBLIC_URL: urlOf(context, 'gateway'),
      CONSOLE_DIR: consoleFolder,
      TRAINING_UNIT: 'tap-huan',
      SESSION_KEYS: JSON.stringify(context.secrets.sessionKeys),
      CATALOGUE_URL: urlOf(context, 'catalogue'),
      INTAKE_URL: urlOf(context, 'dossier-intake'),
      KPI_URL: urlOf(context, 'kpi-aggregator'),
      SLA_URL: urlOf(context, 'sla-timer'),
      NOTIFICATION_URL: urlOf(context, 'notification'),
      DIGITIZATION_URL: urlOf(context, 'digitization-tracker'),
      IDENTITY_URL: urlOf(context, 'identity'),
      GATEWAY_CLIENT_SECRET_FILE: toGatewaySecretFile(context.paths),
    }),
  },
] as const satisfies readonly ServiceDefinition[];

/** A second port for each: of `/metrics` and of readiness in detail. */
export const operationsPorts = services.map(({ name }) => ({ name: toOperationsName(name) }));

/** The runtime roles of all services that have one. */
export const roles: readonly string[] = services.flatMap((service) => ('role' in service ? [service.role] : []));

export const toServiceScript = (name: string): string => `apps/${name}/dist/main.js`;
export const toMigrationScript = (name: string): string => `apps/${name}/dist/migrate.js`;

/**
 * For the C library of Linux, elsewhere without meaning. A buffer of 128 KiB and more is a mapping of its own, and goes back when it is freed;
 * by itself the library raises that bound to what it has seen, keeps what Kafka's batches took, and does so once a thread.
 */
const RETURNED_BUFFERS = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '2' };

/** The whole environment of a service that is to listen at its address in `urls`. */
export function toServiceEnvironment(service: ServiceDefinition, context: ServiceContext): NodeJS.ProcessEnv {
  const database = service.role === undefined ? {} : { DATABASE_URL: toRoleUrl(service.role, context) };
  return {
    ...RETURNED_BUFFERS,
    ...getInheritedEnvironment(),
    HOST: '127.0.0.1',
    PORT: new URL(urlOf(context, service.name)).port,
    OPERATIONS_PORT: new URL(urlOf(context, toOperationsName(service.name))).port,
    KAFKA_BROKERS: context.brokers,
    AUTH_JWKS: toTrustedKeysFile(context.paths),
    AUTH_ISSUER,
    AUTH_AUDIENCE,
    ...database,
    ...service.environment?.(context),
  };
}

/** The environment of a service's migrations, the only process that sees the administrator's address. */
export function toMigrationEnvironment(
  role: string,
  { adminUrl, secrets }: Pick<ServiceContext, 'adminUrl' | 'secrets'>,
): NodeJS.ProcessEnv {
  return { ...process.env, ADMIN_DATABASE_URL: adminUrl, SERVICE_ROLE_PASSWORD: secrets.rolePasswords[role] ?? '' };
}

function toRoleUrl(role: string, { adminUrl, secrets }: ServiceContext): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = secrets.rolePasswords[role] ?? '';
  return url.href;
}
