import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { BearerGuard, TOKEN_VERIFIER } from './route/bearer.guard.ts';
import { createTokenVerifier, type TokenVerifierOptions } from './token/token-verifier.ts';

export type AuthOptions = TokenVerifierOptions;

/** Import once, in the app module: every route of the service then needs a bearer token of somebody whom it takes. */
@Module({})
export class AuthModule {
  static forRoot(options: AuthOptions): DynamicModule {
    return {
      module: AuthModule,
      providers: [
        { provide: TOKEN_VERIFIER, useFactory: () => createTokenVerifier(options) },
        { provide: APP_GUARD, useClass: BearerGuard },
      ],
    };
  }
}
