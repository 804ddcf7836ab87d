import { createTokenVerifier, type TokenVerifierOptions } from '@motcua/auth';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard, TOKEN_VERIFIER } from './access.guard.ts';
import { RouteRules } from './route-rules.ts';

/**
 * Import once, in the app module: every route of the service then needs a bearer token of somebody who may do what it says it does, and
 * a route that does not say so keeps the service from starting.
 */
@Module({})
export class AccessModule {
  static forRoot(options: TokenVerifierOptions): DynamicModule {
    return {
      module: AccessModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: TOKEN_VERIFIER, useFactory: () => createTokenVerifier(options) },
        { provide: APP_GUARD, useClass: AccessGuard },
        RouteRules,
      ],
    };
  }
}
