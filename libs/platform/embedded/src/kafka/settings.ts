import { toSecureSettings, type SecureListener } from './secure-listener.ts';

export interface KafkaPorts {
  readonly client: number;
  readonly controller: number;
  /** Of the listener with TLS and accounts, where there is one. */
  readonly secure?: number | undefined;
}

const NODE_ID = 1;

/**
 * `server.properties` of a single KRaft node that is broker and controller. Rewritten at each start, so the ports may change
 * between runs on the same data: the quorum is the static `controller.quorum.voters`, not one that is stored in the log.
 */
export function toServerProperties({
  dataDir,
  ports,
  secure,
  advertised,
}: {
  dataDir: string;
  ports: KafkaPorts;
  /** `host:port` that clients are told, where it is not the port itself. */
  advertised?: string | undefined;
  secure?: SecureListener | undefined;
}): string {
  const secured = ports.secure === undefined ? '' : `,SASL_SSL://localhost:${ports.secure}`;
  const own = `127.0.0.1:${ports.client}`;
  return toProperties({
    'process.roles': 'broker,controller',
    'node.id': NODE_ID,
    'controller.quorum.voters': `${NODE_ID}@127.0.0.1:${ports.controller}`,
    listeners: `PLAINTEXT://${own}${secured},CONTROLLER://127.0.0.1:${ports.controller}`,
    'advertised.listeners': `PLAINTEXT://${advertised ?? own}${secured}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL',
    ...(secure === undefined ? {} : toSecureSettings(secure)),
    // Java reads a backslash in a properties file as an escape; forward slashes work on Windows too.
    'log.dirs': dataDir.replaceAll('\\', '/'),
    'auto.create.topics.enable': false,
    'group.initial.rebalance.delay.ms': 0,
    // After a SIGKILL the node is refused by itself until its old session has timed out: 9 s by default, and it asks again every
    // 2 s. Shorter, it is back in 6 s instead of 15.
    'broker.session.timeout.ms': 4_000,
    'broker.heartbeat.interval.ms': 500,
    // One node holds the only replica. Few partitions: the defaults, 50 each, are what a fresh broker is slow to create.
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'log.retention.hours': 168,
  });
}

/** Warnings and worse to standard output; the stack keeps them in `kafka.log`. */
export const LOG_PROPERTIES = toProperties({
  'appender.out.type': 'Console',
  'appender.out.name': 'out',
  'appender.out.layout.type': 'PatternLayout',
  'appender.out.layout.pattern': '%d{ISO8601} %p %m (%c{1})%n',
  'rootLogger.level': 'WARN',
  'rootLogger.appenderRef.out.ref': 'out',
});

function toProperties(settings: Record<string, string | number | boolean>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
