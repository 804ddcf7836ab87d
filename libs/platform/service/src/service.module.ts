import { AuthModule } from '@motcua/auth';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { Broadcasts } from './broadcasts/broadcasts.ts';
import { createOperatorsDeadLetters } from './consumers/dead-letters.controller.ts';
import { createHealthController } from './health/health.controller.ts';
import { EncryptedTables } from './keys/encrypted-tables.ts';
import { BackgroundLoops } from './loops/background-loops.ts';
import { ForgetAnswers } from './loops/forget-answers.ts';
import { ReferenceGuardModule } from './reference-guard.module.ts';
import type { ServiceOptions } from './service-options.ts';
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
  static forRoot(options: ServiceOptions): DynamicModule {
    const { name, schema, auth, consumers, reference, keepsAnswers = false } = options;
    const shared: Provider[] = [
      ...createConnections(options),
      ...createRelayProviders(options),
      ...(consumers === undefined ? [] : createConsumerProviders(schema, consumers)),
      ...(reference === undefined ? [] : createReferenceProviders(reference)),
      BackgroundLoops,
      Broadcasts,
      EncryptedTables,
      ...createLifecycle(options),
    ];
    return {
      module: ServiceModule,
      global: true,
      imports: [AuthModule.forRoot(auth), ...(reference?.guard === 'every-route' ? [ReferenceGuardModule] : [])],
      controllers: [
        createHealthController(name),
        ...(consumers === undefined ? [] : [createOperatorsDeadLetters(consumers.deadLetters)]),
      ],
      providers: [...shared, ...(keepsAnswers ? [ForgetAnswers] : [])],
      exports: shared,
    };
  }
}
