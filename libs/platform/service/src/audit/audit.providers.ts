import { requiresKey, type Action } from '@motcua/access';
import { AuditInterceptor, AuditLog, createTermHash, type AuditEntry } from '@motcua/audit';
import { LOGGER } from '@motcua/http';
import type { ProducerPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import type { ExecutionContext, Provider } from '@nestjs/common';
import { APP_INTERCEPTOR, Reflector } from '@nestjs/core';
import type { Pool } from 'pg';
import { BackgroundLoops } from '../loops/background-loops.ts';
import type { ServiceOptions } from '../service-options.ts';
import { POOL, PRODUCER, TOPIC_NAMES } from '../tokens.ts';
import type { TopicNames } from '../topics/topic-names.ts';
import { AuditSealer } from './audit-sealer.ts';
import { MassLookUpAlarm } from './mass-look-up-alarm.ts';
import { PersonalReads } from './personal-reads.ts';

/** The hash of search terms of this service. */
export const TERM_HASH = Symbol('TERM_HASH');

/** The audit log of a service: kept before every answer, sealed within a second. */
export const createAuditProviders = ({ name, config }: ServiceOptions): Provider[] => [
  { provide: TERM_HASH, useValue: createTermHash(config.DATABASE_URL) },
  { provide: AuditLog, inject: [POOL], useFactory: (pool: Pool) => new AuditLog(pool) },
  {
    provide: AuditSealer,
    inject: [POOL, PRODUCER, TOPIC_NAMES, BackgroundLoops, LOGGER],
    useFactory: (pool: Pool, producer: ProducerPort, names: TopicNames, loops: BackgroundLoops, logger: Logger) =>
      new AuditSealer({
        ...{ pool, producer, topic: names.auditSeals, service: name, loops, logger },
        alarm: new MassLookUpAlarm({ pool, producer, topic: names.auditAlarms, service: name, logger }),
      }),
  },
  PersonalReads,
];

/** What keeps every entry; Nest takes it from the module that provides it. */
export const auditInterceptor: Provider = {
  provide: APP_INTERCEPTOR,
  inject: [AuditLog, AuditSealer, TERM_HASH, Reflector],
  useFactory: (log: AuditLog, sealer: AuditSealer, hash: (term: string) => string, reflector: Reflector) => {
    const append = async (entry: AuditEntry): Promise<void> => {
      await log.append(entry);
      sealer.wake();
    };
    const actionsOf = (context: ExecutionContext) =>
      reflector.getAllAndOverride<readonly Action[] | undefined>(requiresKey, [context.getHandler(), context.getClass()]);
    return new AuditInterceptor({ append }, hash, actionsOf);
  },
};
