import { proveKafkaReachable } from '@motcua/embedded';
import { withClient } from '../servers/given-servers.ts';
import { getServiceHealth, type ServiceHealth } from '@motcua/client/services';
import { findScenarioRecord, getStoreIdentity, type ScenarioRecord } from '../state/scenario-record.ts';
import { isCatchingMail } from '../mail/mail-catcher.ts';
import { findStackFile, type StackFile } from '../state/stack-file.ts';
import type { StackPaths } from '../state/stack-paths.ts';
import { findSupervisor } from '../state/supervisor-lock.ts';
import { findRssBytes } from './resident-size.ts';

export interface ServerStatus {
  readonly name: string;
  /** `given`: runs elsewhere, and answers as far as it is asked. */
  readonly state: 'ready' | 'not-ready' | 'given';
  readonly reasons: readonly string[];
  readonly url: string;
  readonly pid: number | undefined;
  readonly rssBytes: number | undefined;
  readonly uptimeSeconds: number | undefined;
}

export interface StackStatus {
  readonly ready: boolean;
  readonly reasons: readonly string[];
  readonly services: readonly ServerStatus[];
  readonly scenario: {
    readonly state: 'off' | 'missing' | 'loaded' | 'projected';
    /** Events that the projection has still to apply. */
    readonly lag: number | undefined;
  };
}

/** So many events may be on their way while counters work: the projection keeps up, it does not lag. */
const LAG_IN_FLIGHT = 1_000;

/** Asks everything that `stack.json` names how it is. */
export async function getStackStatus(paths: StackPaths): Promise<StackStatus> {
  const [stack, supervisor] = await Promise.all([findStackFile(paths), findSupervisor(paths)]);
  const scenario = { state: 'missing', lag: undefined } as const;
  if (supervisor === undefined) return { ready: false, reasons: ['The stack is not running: npm start'], services: [], scenario };
  if (stack === undefined) return { ready: false, reasons: ['PostgreSQL and Kafka are starting.'], services: [], scenario };

  const health = await Promise.all(
    Object.entries(stack.services).map(async ([name, service]) => ({
      name,
      ...service,
      health: await getServiceHealth(service),
    })),
  );
  const servers = await Promise.all([
    toPostgresStatus(stack),
    toKafkaStatus(stack),
    ...health.map(toServiceStatus),
    ...toMailStatus(stack),
  ]);
  const record = await getStoreIdentity(stack.postgres.url).then(
    (store) => findScenarioRecord(paths, store),
    () => undefined,
  );
  return summarize(stack, servers, record, findProjectionLag(health));
}

/** All that keeps the stack from being ready, in sentences. */
export function summarize(
  { phase, scenario }: Pick<StackFile, 'phase' | 'scenario'>,
  servers: readonly ServerStatus[],
  record: ScenarioRecord | undefined,
  lag: number | undefined,
): StackStatus {
  const state = toScenarioState(scenario, record);
  const reasons = [
    ...(phase === 'running' ? [] : [`The stack is ${phase}.`]),
    ...servers.flatMap((server) =>
      server.state === 'not-ready' ? [`${server.name}: ${server.reasons.join('; ') || 'not ready'}`] : [],
    ),
    ...(state === 'missing' ? ['The scenario is not loaded yet.'] : []),
    ...(state === 'loaded' ? [toUnfinished(record)] : []),
    ...(scenario === 'on' && lag !== undefined && lag > LAG_IN_FLIGHT ? [`The projection is ${lag} events behind.`] : []),
  ];
  return { ready: reasons.length === 0, reasons, services: servers, scenario: { state, lag } };
}

function toScenarioState(scenario: StackFile['scenario'], record: ScenarioRecord | undefined): StackStatus['scenario']['state'] {
  if (scenario === 'off') return 'off';
  if (record?.scenarioLoadedAt === undefined) return 'missing';
  return record.documentsLoadedAt === undefined || record.projectedAt === undefined ? 'loaded' : 'projected';
}

/** What a loaded scenario still lacks. */
const toUnfinished = (record: ScenarioRecord | undefined): string =>
  record?.documentsLoadedAt === undefined
    ? 'What was digitized of the scenario is not loaded: the next start tries it, `motcua reset` begins anew.'
    : 'The scenario is not projected yet.';

function findProjectionLag(services: readonly { name: string; health: ServiceHealth }[]): number | undefined {
  return services.find(({ name }) => name === 'kpi-aggregator')?.health.lag;
}

interface AskedService {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  readonly startedAt?: string | undefined;
  readonly health: ServiceHealth;
}

async function toServiceStatus({ name, url, pid, startedAt, health }: AskedService): Promise<ServerStatus> {
  const state = health.ready ? 'ready' : 'not-ready';
  return {
    name,
    state,
    reasons: health.reasons,
    url,
    pid,
    rssBytes: await findRssBytes(pid),
    uptimeSeconds: toUptime(startedAt),
  };
}

async function toPostgresStatus({ postgres, startedAt }: StackFile): Promise<ServerStatus> {
  const url = new URL(postgres.url);
  const reasons = await toReasons(withClient(postgres.url, (client) => client.query('SELECT 1')));
  return toServerStatus({
    name: 'postgres',
    url: `${url.host}${url.pathname}`,
    pid: postgres.pid,
    startedAt: postgres.startedAt ?? startedAt,
    reasons,
  });
}

async function toKafkaStatus({ kafka, startedAt }: StackFile): Promise<ServerStatus> {
  const reasons = await toReasons(proveKafkaReachable(kafka.brokers));
  return toServerStatus({ name: 'kafka', url: kafka.brokers, pid: kafka.pid, startedAt: kafka.startedAt ?? startedAt, reasons });
}

/** A given mail server is only named: to ask it would be to log in to somebody's server at each status. */
function toMailStatus({ mail, startedAt }: StackFile): Promise<ServerStatus>[] {
  if (mail === undefined) return [];
  const { url, smtp, pid } = mail;
  if (url === undefined) return [toServerStatus({ name: 'mail', url: new URL(smtp).host, pid, startedAt, reasons: [] })];
  const asked = isCatchingMail(url).then((answers) => (answers ? [] : ['does not answer']));
  return [asked.then((reasons) => toServerStatus({ name: 'mail', url, pid, startedAt: mail.startedAt ?? startedAt, reasons }))];
}

async function toServerStatus(server: {
  name: string;
  url: string;
  pid: number | undefined;
  startedAt: string;
  reasons: readonly string[];
}): Promise<ServerStatus> {
  const { startedAt, ...rest } = server;
  if (rest.reasons.length > 0) return { ...rest, state: 'not-ready', rssBytes: undefined, uptimeSeconds: undefined };
  if (rest.pid === undefined) return { ...rest, state: 'given', rssBytes: undefined, uptimeSeconds: undefined };
  return { ...rest, state: 'ready', rssBytes: await findRssBytes(rest.pid), uptimeSeconds: toUptime(startedAt) };
}

async function toReasons(asking: Promise<unknown>): Promise<string[]> {
  return asking.then(
    () => [],
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  );
}

function toUptime(startedAt: string | undefined): number | undefined {
  return startedAt === undefined ? undefined : Math.floor((Date.now() - Date.parse(startedAt)) / 1000);
}
