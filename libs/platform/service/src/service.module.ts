import { AccessModule } from '@motcua/access';
import { toAuthOptions } from '@motcua/auth';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { createAuditController } from './audit/audit.controller.ts';
import { auditInterceptor, createAuditProviders } from './audit/audit.providers.ts';
import { Broadcasts } from './broadcasts/broadcasts.ts';
import { createOperatorsDeadLetters } from './consumers/dead-letters.controller.ts';
import { createHealthController } from './health/health.controller.ts';
import { EncryptedTables } from './keys/encrypted-tables.ts';
import { BackgroundLoops } from './loops/background-loops.ts';
import { ForgetAnswers } from './loops/forget-answers.ts';
import { createArchiveRebuild } from './rebuild/create-archive-rebuild.ts';
import { ReferenceGuardModule } from './reference-guard.module.ts';
import { Retention } from './retention/retention.ts';
import type { InstanceOptions, ServiceDefinition } from './service-options.ts';
import {
  createConnections,
  createConsumerProviders,
  createLifecycle,
  createReferenceProviders,
  createRelayProviders,
} from './service.providers.ts';

/**
 * What every service is made of: connections, relays, consumers, reference data, loops, and one lifecycle. Imported once, by the app
 * module, beside the service's features, which find all of it by its tokens.
 */
@Module({})
export class ServiceModule {
  /** @param instance what this process is started with: who may ask is read from its `config` */
  static forRoot(definition: ServiceDefinition, instance: InstanceOptions): DynamicModule {
    const options = { ...definition, ...instance };
    const { name, consumers, reference, keepsAnswers = false } = definition;
    const shared: Provider[] = [
      ...createConnections(options),
      ...createRelayProviders(options),
      ...createAuditProviders(options),
      ...(consumers === undefined ? [] : createConsumerProviders(options, consumers)),
      ...(reference === undefined ? [] : createReferenceProviders(reference)),
      BackgroundLoops,
      Broadcasts,
      EncryptedTables,
      Retention,
      ...createLifecycle(options),
    ];
    return {
      module: ServiceModule,
      global: true,
      imports: [
        AccessModule.forRoot(toAuthOptions(instance.config, name)),
        ...(reference?.guard === 'every-route' ? [ReferenceGuardModule] : []),
        ...(consumers?.rebuild === undefined ? [] : [createArchiveRebuild(consumers.rebuild)]),
      ],
      controllers: [
        createAuditController(name),
        createHealthController(name),
        ...(consumers === undefined ? [] : [createOperatorsDeadLetters(consumers.deadLetters)]),
      ],
      providers: [...shared, auditInterceptor, ...(keepsAnswers ? [ForgetAnswers] : [])],
      exports: shared,
    };
  }
}
